import { createHash } from "node:crypto";
import { IDENTIFIER } from "../../../contract/transaction/identifiers.ts";
import { COUNTRIES } from "../../../contract/values/countries.ts";
import { isIban, normalAccount } from "../../../contract/values/iban.ts";
import type { Conventions } from "../conventions.ts";
import type { Draft } from "../rows/canonical.ts";
import * as paths from "./pacs-fields.ts";

export type Texts = ReadonlyMap<string, string>;

/** Local instruments, service levels and clearing systems of payments that arrive in seconds; `SDVA` arrives that day. */
const INSTANT = /^(?:INST|RTP|RTNS|TCH|FDN|FEDNOW|TIPS|RT1|PIX|SPI|NPP|FPS|IPS|UPI|IMPS|SIC5|SCTINST|IP)$/i;
/** What X of SWIFT's characters a national account number may hold beside those of an identifier. */
const PRINTABLE = /^[ -~]+$/;

/** Put together once: they are looked up for each transaction. */
const pathsOf = (name: "Dbtr" | "Cdtr") => ({
    bank: paths.agentPaths(`${name}Agt`),
    account: paths.accountPaths(`${name}Acct`),
    proprietary: paths.proprietaryPaths(`${name}Acct`),
    party: paths.partyPaths(name),
    name: [`${name}/Nm`],
    bic: paths.bicPaths(`${name}Agt`),
    address: paths.addressPaths(name, `${name}Agt`),
});
const PARTIES = { Dbtr: pathsOf("Dbtr"), Cdtr: pathsOf("Cdtr") };
const SENDER = [...paths.agentPaths("InstgAgt"), ...paths.agentPaths("DbtrAgt")];
const MESSAGE_ID = ["MsgId"];
const IDENTIFICATIONS = paths.IDENTIFICATION_PATHS.map((path) => [path]);
const PAYMENT_TYPES = paths.PAYMENT_TYPE_PATHS.map((path) => [path]);
const CREDITOR_IBAN = ["CdtrAcct/Id/IBAN"];
const CLEARING = ["CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd"];

/** The how-manieth payment of its message has this reference. */
export type OrdinalOf = (reference: string) => number;

/** What a pacs.008 transaction says, from its own elements and, where it is silent, from its group header. */
export function pacsDraft(
    transaction: Texts,
    group: Texts,
    { clock }: Conventions = {},
    ordinalOf: OrdinalOf = () => 1,
): Draft {
    const first = (names: readonly string[]): string => firstOf(names, transaction) ?? firstOf(names, group) ?? "";
    const amount = transaction.get("IntrBkSttlmAmt") ?? "";
    const currency = transaction.get("IntrBkSttlmAmt@Ccy") ?? "";
    const debtor = party("Dbtr", first);
    const creditor = party("Cdtr", first);
    return {
        source: "iso20022",
        reference: reference(
            [first(SENDER), first(MESSAGE_ID), ...IDENTIFICATIONS.map(first), currency, amount, debtor, creditor],
            ordinalOf,
        ),
        accountId: debtor,
        counterpartyId: creditor,
        amount,
        currency,
        occurredAt: first(paths.TIME_PATHS),
        clock,
        channel: PAYMENT_TYPES.some((path) => isInstant(first(path))) ? "instant" : "wire",
        country: country(first, currency),
    };
}

type First = (names: readonly string[]) => string;

function firstOf(names: readonly string[], texts: Texts): string | undefined {
    const name = names.find((candidate) => texts.has(candidate));
    return name === undefined ? undefined : texts.get(name);
}

/** A service level may stand several times. */
function isInstant(codes: string): boolean {
    return codes.split(/\s+/).some((code) => INSTANT.test(code));
}

/** No single field identifies a payment: references are NOTPROVIDED or absent, and one UETR serves several legs. */
function reference(parts: readonly string[], ordinalOf: OrdinalOf): string {
    const plain = digest(parts);
    const ordinal = ordinalOf(plain);
    return ordinal === 1 ? plain : digest([...parts, `#${ordinal}`]);
}

/** The account; a payment may have none, and then the party's own identification or, last, its name at its agent. */
function party(name: keyof typeof PARTIES, first: First): string {
    const at = PARTIES[name];
    const bank = first(at.bank);
    const account = first(at.account);
    if (account !== "") {
        const proprietary = account === first(at.proprietary);
        return proprietary ? accountAt(account, bank) : identifier(account);
    }
    const own = first(at.party);
    if (own !== "") return identifier(own);
    const title = first(at.name);
    return title === "" ? "" : `party-${digest([title, bank])}`;
}

/** A number that only its bank knows counts together with the bank, unless it is an IBAN in the wrong element. */
function accountAt(account: string, bank: string): string {
    const number = identifier(account);
    return bank === "" || isIban(number) ? number : identifier(`${sameBank(bank)}:${number}`);
}

/** A bank's code with and without its head office's branch is one bank. */
function sameBank(bank: string): string {
    return bank.toUpperCase().replace(/^([A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2})XXX$/, "$1");
}

/** National account numbers may hold blanks and other characters that identifiers may not: a digest stands for those. */
function identifier(account: string): string {
    const compact = normalAccount(account).replace(/ /g, "");
    if (IDENTIFIER.test(compact) || !PRINTABLE.test(account)) return compact;
    return `account-${digest([account])}`;
}

function digest(parts: readonly string[]): string {
    return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** Of the creditor, as near to the account as possible; a domestic scheme may only tell by its currency. */
function country(first: First, currency: string): string {
    const candidates = [
        normalAccount(first(CREDITOR_IBAN)).slice(0, 2),
        first(PARTIES.Cdtr.bic).slice(4, 6),
        first(PARTIES.Cdtr.address),
        first(CLEARING).slice(0, 2),
        first(PARTIES.Dbtr.bic).slice(4, 6),
        first(PARTIES.Dbtr.address),
        currency.slice(0, 2),
    ];
    const stated = candidates.slice(0, 3).find((code) => code !== "") ?? "";
    return candidates.map((code) => code.toUpperCase()).find((code) => COUNTRIES.has(code)) ?? stated;
}
