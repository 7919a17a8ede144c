import { createHash } from "node:crypto";
import { IDENTIFIER } from "../../../contract/transaction/identifiers.ts";
import { mayHoldCardNumber } from "../../../contract/values/card-number.ts";
import { isIban, normalAccount } from "../../../contract/values/iban.ts";
import { type First, firstIn, type Texts } from "./first-text.ts";
import * as paths from "./pacs-fields.ts";

/** What tells one payment from another. */
export interface Payment {
    amount: string;
    currency: string;
    debtor: string;
    creditor: string;
    /** Nothing else that it says is the payment itself. */
    parts: readonly string[];
}

/** A payment before its tokens are known. */
export interface Sighted {
    /** The same for payments of one message that say the same; to count them by, and never to be kept. */
    key: string;
    /** The payment as it may go on; undefined where something in it could be a card number. */
    free?: Payment | undefined;
}

/** The text as it may go on, with tokens for card numbers. */
export type Safe = (text: string) => string;

/** What X of SWIFT's characters a national account number may hold beside those of an identifier. */
const PRINTABLE = /^[ -~]+$/;

/** Put together once: they are looked up for each transaction. */
const pathsOf = (name: "Dbtr" | "Cdtr") => ({
    bank: paths.agentPaths(`${name}Agt`),
    account: paths.accountPaths(`${name}Acct`),
    proprietary: paths.proprietaryPaths(`${name}Acct`),
    party: paths.partyPaths(name),
    name: [`${name}/Nm`],
});
const PARTIES = { Dbtr: pathsOf("Dbtr"), Cdtr: pathsOf("Cdtr") };
const SENDER = [...paths.agentPaths("InstgAgt"), ...paths.agentPaths("DbtrAgt")];
const MESSAGE_ID = ["MsgId"];
const IDENTIFICATIONS = [SENDER, MESSAGE_ID, ...paths.IDENTIFICATION_PATHS.map((path) => [path])];

/** Looks at each text of a payment once: nearly none holds a card number, and then all of it goes on as it is. */
export function sighted(transaction: Texts, group: Texts): Sighted {
    let isFree = true;
    const payment = paymentOf(transaction, firstIn(transaction, group), (text) => {
        if (isFree && mayHoldCardNumber(text)) isFree = false;
        return text;
    });
    const key = digest(payment.parts);
    return isFree ? { key, free: payment } : { key };
}

/** No single field identifies a payment: references are NOTPROVIDED or absent, and one UETR serves several legs. */
export function paymentOf(transaction: Texts, first: First, safe: Safe): Payment {
    const amount = transaction.get("IntrBkSttlmAmt") ?? "";
    const currency = transaction.get("IntrBkSttlmAmt@Ccy") ?? "";
    const debtor = party("Dbtr", first, safe);
    const creditor = party("Cdtr", first, safe);
    const parts = IDENTIFICATIONS.map((names) => safe(first(names)));
    parts.push(currency, amount, debtor, creditor);
    return { amount, currency, debtor, creditor, parts };
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
export function digest(parts: readonly string[]): string {
    const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
    return mayHoldCardNumber(hex) ? digest([hex]) : hex;
}
