import { createHash } from "node:crypto";
import { IDENTIFIER } from "../../../contract/transaction/identifiers.ts";
import { minorUnits } from "../../../contract/values/amount.ts";
import { mayHoldCardNumber, replaceCardNumbers } from "../../../contract/values/card-number.ts";
import { COUNTRIES } from "../../../contract/values/countries.ts";
import type { Draft } from "../rows/canonical.ts";
import type { TokenOf } from "../rows/row.ts";
import * as paths from "./pacs-fields.ts";

export type Texts = ReadonlyMap<string, string>;

/** Local instruments, service levels and clearing systems of payments that arrive in seconds. */
const INSTANT = /^(?:INST|SDVA|RTP|RTNS|TCH|FDN|FEDNOW|TIPS|RT1|PIX|SPI|NPP|FPS|IPS|UPI|IMPS|SIC5|SCTINST|IP)$/i;
/** What X of SWIFT's characters a national account number may hold beside those of an identifier. */
const PRINTABLE = /^[ -~]+$/;

/**
 * What a pacs.008 transaction says, from its own elements and, where it is silent, from its group header. Card numbers
 * become tokens before anything is made of them: a digest of one could be computed again by anybody.
 */
export function pacsDraft(transaction: Texts, group: Texts, tokenOf: TokenOf): Draft {
    let tokenised = false;
    const safe: Safe = (text) => {
        if (!mayHoldCardNumber(text)) return text;
        tokenised = true;
        return replaceCardNumbers(text, tokenOf);
    };
    const first = (...names: string[]): string => firstOf(names, transaction) ?? firstOf(names, group) ?? "";
    const { amount, currency } = money(transaction);
    const debtor = party("Dbtr", first, safe);
    const creditor = party("Cdtr", first, safe);
    return {
        source: "iso20022",
        reference: reference([
            safe(first(...paths.agentPaths("InstgAgt"), ...paths.agentPaths("DbtrAgt"))),
            safe(first("MsgId")),
            ...paths.IDENTIFICATION_PATHS.map((path) => safe(first(path))),
            currency,
            amount,
            debtor,
            creditor,
        ]),
        accountId: debtor,
        counterpartyId: creditor,
        amount,
        currency,
        occurredAt: time(first),
        channel: paths.PAYMENT_TYPE_PATHS.some((path) => INSTANT.test(first(path))) ? "instant" : "wire",
        country: country(first, currency),
        tokenised,
    };
}

type First = (...names: string[]) => string;
/** The text with tokens for card numbers. */
type Safe = (text: string) => string;

function firstOf(names: readonly string[], texts: Texts): string | undefined {
    const name = names.find((candidate) => texts.has(candidate));
    return name === undefined ? undefined : texts.get(name);
}

/** No single field identifies a payment: references are NOTPROVIDED or absent, and one UETR serves several legs. */
function reference(parts: readonly string[]): string {
    return digest(parts);
}

/** Some schemes settle 0 and say the amount in the instruction only. */
function money(transaction: Texts): { amount: string; currency: string } {
    const of = (name: string) => ({
        amount: transaction.get(name) ?? "",
        currency: transaction.get(`${name}@Ccy`) ?? "",
    });
    const settled = of("IntrBkSttlmAmt");
    const instructed = of("InstdAmt");
    return minorUnits(settled.amount, 4) === 0 && instructed.amount !== "" ? instructed : settled;
}

/** The account; a payment may have none, and then the party's own identification or, last, its name at its agent. */
function party(name: "Dbtr" | "Cdtr", first: First, safe: Safe): string {
    const account = first(...paths.accountPaths(`${name}Acct`)) || first(...paths.partyPaths(name));
    if (account !== "") return identifier(account, safe(account));
    const title = safe(first(`${name}/Nm`));
    return title === "" ? "" : `party-${digest([title, safe(first(...paths.agentPaths(`${name}Agt`)))])}`;
}

/** National account numbers may hold blanks and other characters that identifiers may not: a digest stands for those. */
function identifier(account: string, safe: string): string {
    // A card number is the account, whatever is written around it.
    if (safe !== account) return safe.replace(/[^A-Za-z0-9:._/-]/g, "");
    const compact = account.replace(/ /g, "");
    if (IDENTIFIER.test(compact) || !PRINTABLE.test(account)) return compact;
    return `account-${digest([account])}`;
}

/** One in thousands holds sixteen digits that look like a card number: then the digest of the digest. */
function digest(parts: readonly string[]): string {
    const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
    return mayHoldCardNumber(hex) ? digest([hex]) : hex;
}

function time(first: First): string {
    const date = first("IntrBkSttlmDt");
    for (const path of paths.TIME_PATHS) {
        const text = first(path);
        if (text === "") continue;
        if (!/^\d\d:/.test(text)) return text;
        // A time alone needs its day; without a settlement date the next field has to say when.
        if (date !== "") return `${date.slice(0, 10)}T${text}`;
    }
    return "";
}

/** Of the creditor, as near to the account as possible; a domestic scheme may only tell by its currency. */
function country(first: First, currency: string): string {
    const candidates = [
        first("CdtrAcct/Id/IBAN").slice(0, 2),
        first(...paths.bicPaths("CdtrAgt")).slice(4, 6),
        first(...paths.addressPaths("Cdtr", "CdtrAgt")),
        first("CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd").slice(0, 2),
        first(...paths.bicPaths("DbtrAgt")).slice(4, 6),
        first(...paths.addressPaths("Dbtr", "DbtrAgt")),
        currency.slice(0, 2),
    ];
    const stated = candidates.slice(0, 3).find((code) => code !== "") ?? "";
    return candidates.map((code) => code.toUpperCase()).find((code) => COUNTRIES.has(code)) ?? stated;
}
