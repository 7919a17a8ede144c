const AGENT = ["BICFI", "BIC", "LEI", "ClrSysMmbId/MmbId", "ClrSysMmbId/Id", "Othr/Id", "PrtryId/Id", "Nm"];
const ACCOUNT = ["Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id", "Prxy/Id"];
const ORGANISATION = ["AnyBIC", "BICOrBEI", "BIC", "BEI", "LEI", "Othr/Id", "PrtryId/Id", "BkPtyId", "TaxIdNb", "DUNS"];
const PERSON = ["Othr/Id", "OthrId/Id", "PsptNb", "NtlIdntyNb", "SclSctyNb", "TaxIdNb", "CstmrNb", "DrvrsLicNb"];

function under(parent: string, names: readonly string[]): string[] {
    return names.map((name) => `${parent}/${name}`);
}

/** Where an agent is identified, the most precise first; the first names a version or scheme uses. */
export function agentPaths(agent: string): string[] {
    return [...under(`${agent}/FinInstnId`, AGENT), ...under(`${agent}/FinInstnId/CmbndId`, AGENT)];
}

export function accountPaths(account: string): string[] {
    return under(account, ACCOUNT);
}

/** Numbers that a bank gives as it likes: another bank may give the same. */
export function proprietaryPaths(account: string): string[] {
    return under(account, ["Id/Othr/Id", "Id/BBAN", "Id/PrtryAcct/Id"]);
}

/** Where a party without an account is identified. */
export function partyPaths(party: string): string[] {
    return [...under(`${party}/Id/OrgId`, ORGANISATION), ...under(`${party}/Id/PrvtId`, PERSON)];
}

/** Where the country of a party or its agent stands. */
export function addressPaths(party: string, agent: string): string[] {
    return [`${party}/PstlAdr/Ctry`, `${party}/CtryOfRes`, `${agent}/FinInstnId/PstlAdr/Ctry`];
}

export function bicPaths(agent: string): string[] {
    const institution = `${agent}/FinInstnId`;
    return [`${institution}/BICFI`, `${institution}/BIC`, `${institution}/CmbndId/BIC`];
}

/** What tells an instant payment, in the group header and in the transaction alike. */
export const PAYMENT_TYPE_PATHS = [
    "PmtTpInf/LclInstrm/Cd",
    "PmtTpInf/LclInstrm/Prtry",
    "PmtTpInf/SvcLvl/Cd",
    "PmtTpInf/SvcLvl/Prtry",
    "PmtTpInf/ClrChanl",
    "SttlmInf/ClrSys/Cd",
    "SttlmInf/ClrSys/Prtry",
    "SttlmInf/ClrSys/ClrSysId",
];

export const IDENTIFICATION_PATHS = ["PmtId/InstrId", "PmtId/EndToEndId", "PmtId/TxId", "PmtId/UETR"];

/**
 * When the payment happened, in this order: when it was accepted, else when its message was made. Times that are asked for
 * or planned (settlement, CLS, till, from, reject, credit) say what may happen, and the settlement date is a day's name.
 */
export const TIME_PATHS = ["AccptncDtTm", "CreDtTm"];

/** Elements that the standard allows more than once, with all below them; of all others a second one leaves open which counts. */
export const REPEATED_PATHS: ReadonlySet<string> = new Set([
    "PmtTpInf/SvcLvl",
    ...["Dbtr", "Cdtr"].flatMap((party) => under(`${party}/Id`, ["PrvtId", "OrgId/Othr"])),
]);

/** An account is an IBAN or a number of another kind: two of them are two accounts, and nobody says which counts. */
export const CHOICE_PATH = /^(?:Dbtr|Cdtr)Acct\/Id$/;

const TRANSACTION_PATHS = [
    ...IDENTIFICATION_PATHS,
    ...PAYMENT_TYPE_PATHS,
    ...TIME_PATHS,
    "IntrBkSttlmAmt",
    "IntrBkSttlmAmt@Ccy",
    "InstdAmt",
    "InstdAmt@Ccy",
    "Dbtr/Nm",
    "Cdtr/Nm",
    ...["InstgAgt", "DbtrAgt", "CdtrAgt"].flatMap(agentPaths),
    ...["DbtrAgt", "CdtrAgt"].map((agent) => `${agent}/FinInstnId/ClrSysMmbId/ClrSysId/Cd`),
    ...["DbtrAcct", "CdtrAcct"].flatMap(accountPaths),
    ...["Dbtr", "Cdtr"].flatMap(partyPaths),
    ...addressPaths("Dbtr", "DbtrAgt"),
    ...addressPaths("Cdtr", "CdtrAgt"),
];

const GROUP_PATHS = ["MsgId", "NbOfTxs", "CtrlSum", "TtlIntrBkSttlmAmt"];

/** The texts that are kept of a transaction or group header; everything else is read past. Either level may hold them. */
export const KEPT_PATHS: ReadonlySet<string> = new Set([...GROUP_PATHS, ...TRANSACTION_PATHS]);
