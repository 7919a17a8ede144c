import { createHash } from "node:crypto";
import { IDENTIFIER } from "../../../contract/transaction/identifiers.ts";
import { mayHoldCardNumber, replaceCardNumbers } from "../../../contract/values/card-number.ts";
import { COUNTRIES } from "../../../contract/values/countries.ts";
import { isIban, normalAccount } from "../../../contract/values/iban.ts";
import type { Conventions } from "../conventions.ts";
import type { Draft } from "../rows/canonical.ts";
import type { TokenOf } from "../rows/row.ts";
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

type First = (names: readonly string[]) => string;
/** The text with tokens for card numbers. */
type Safe = (text: string) => string;

/**
 * What a pacs.008 transaction says, from its own elements and, where it is silent, from its group header. Card numbers
 * become tokens before anything is made of them: a digest of one could be computed again by anybody. `ordinal` tells
 * payments apart that say the same in one message.
 */
export function pacsDraft(
    transaction: Texts,
    group: Texts,
    tokenOf: TokenOf,
    { clock }: Conventions = {},
    ordinal = 1,
): Draft {
    let tokenised = false;
    const safe: Safe = (text) => {
        if (!mayHoldCardNumber(text)) return text;
        tokenised = true;
        return replaceCardNumbers(text, tokenOf);
    };
    const first = firstIn(transaction, group);
    const payment = paymentOf(transaction, first, safe);
    const { amount, currency, debtor, creditor } = payment;
    return {
        source: "iso20022",
        reference: digest(ordinal === 1 ? payment.parts : [...payment.parts, `#${ordinal}`]),
        accountId: debtor,
        counterpartyId: creditor,
        amount,
        currency,
        occurredAt: first(paths.TIME_PATHS),
        clock,
        channel: PAYMENT_TYPES.some((path) => isInstant(first(path))) ? "instant" : "wire",
        country: country(first, currency),
        tokenised,
    };
}

/** The same for payments of one message that say the same; to count them by, and never to be kept. */
export function paymentKey(transaction: Texts, group: Texts): string {
    const { parts } = paymentOf(transaction, firstIn(transaction, group), (text) => text);
    return createHash("sha256").update(parts.join("\n")).digest("hex");
}

function firstIn(transaction: Texts, group: Texts): First {
    return (names) => firstOf(names, transaction) ?? firstOf(names, group) ?? "";
}

/** No single field identifies a payment: references are NOTPROVIDED or absent, and one UETR serves several legs. */
function paymentOf(transaction: Texts, first: First, safe: Safe) {
    const amount = transaction.get("IntrBkSttlmAmt") ?? "";
    const currency = transaction.get("IntrBkSttlmAmt@Ccy") ?? "";
    const debtor = party("Dbtr", first, safe);
    const creditor = party("Cdtr", first, safe);
    const ids = [SENDER, MESSAGE_ID, ...IDENTIFICATIONS].map((names) => safe(first(names)));
    return { amount, currency, debtor, creditor, parts: [...ids, currency, amount, debtor, creditor] };
}

function firstOf(names: readonly string[], texts: Texts): string | undefined {
    const name = names.find((candidate) => texts.has(candidate));
    return name === undefined ? undefined : texts.get(name);
}

/** A service level may stand several times. */
function isInstant(codes: string): boolean {
    return codes.split(/\s+/).some((code) => INSTANT.test(code));
}

/** The account; a payment may have none, and then the party's own identification or, last, its name at its agent. */
function party(name: keyof typeof PARTIES, first: First, safe: Safe): string {
    const at = PARTIES[name];
    const account = first(at.account);
    if (account !== "") {
        const proprietary = account === first(at.proprietary);
        return proprietary ? accountAt(account, first(at.bank), safe) : identifier(account, safe);
    }
    const own = first(at.party);
    if (own !== "") return identifier(own, safe);
    const title = safe(first(at.name));
    return title === "" ? "" : `party-${digest([title, safe(first(at.bank))])}`;
}

/** A number that only its bank knows counts together with the bank, unless it is an IBAN or a card in the wrong element. */
function accountAt(account: string, bank: string, safe: Safe): string {
    const normal = normalAccount(account);
    if (bank === "" || isIban(normal) || safe(normal) !== normal) return identifier(account, safe);
    return identifier(`${safe(sameBank(bank))}:${identifier(account, safe)}`, (text) => text);
}

/** A bank's code with and without its head office's branch is one bank. */
function sameBank(bank: string): string {
    return bank.toUpperCase().replace(/^([A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2})XXX$/, "$1");
}

/** National account numbers may hold blanks and other characters that identifiers may not: a digest stands for those. */
function identifier(account: string, safe: Safe): string {
    const normal = normalAccount(account);
    const safely = safe(normal);
    // A card number is the account, whatever is written around it.
    if (safely !== normal) return safely.replace(/[^A-Za-z0-9:._/-]/g, "");
    const compact = normal.replace(/ /g, "");
    if (IDENTIFIER.test(compact) || !PRINTABLE.test(account)) return compact;
    return `account-${digest([account])}`;
}

/** One in thousands holds sixteen digits that look like a card number: then the digest of the digest. */
function digest(parts: readonly string[]): string {
    const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
    return mayHoldCardNumber(hex) ? digest([hex]) : hex;
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
