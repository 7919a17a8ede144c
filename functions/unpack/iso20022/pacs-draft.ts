import { mayHoldCardNumber, replaceCardNumbers } from "../../../contract/values/card-number.ts";
import { COUNTRIES } from "../../../contract/values/countries.ts";
import { normalAccount } from "../../../contract/values/iban.ts";
import type { Conventions } from "../conventions.ts";
import type { Draft } from "../rows/canonical.ts";
import type { TokenOf } from "../rows/row.ts";
import { type First, firstIn, type Texts } from "./first-text.ts";
import * as paths from "./pacs-fields.ts";
import { digest, type Payment, paymentOf, type Sighted } from "./payment.ts";

/** Local instruments, service levels and clearing systems of payments that arrive in seconds; `SDVA` arrives that day. */
const INSTANT = /^(?:INST|RTP|RTNS|TCH|FDN|FEDNOW|TIPS|RT1|PIX|SPI|NPP|FPS|IPS|UPI|IMPS|SIC5|SCTINST|IP)$/i;
const PAYMENT_TYPES = paths.PAYMENT_TYPE_PATHS.map((path) => [path]);
const CREDITOR_IBAN = ["CdtrAcct/Id/IBAN"];
const CLEARING = ["CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd"];
/** Put together once: they are looked up for each transaction. */
const [CREDITOR_BIC, DEBTOR_BIC] = [paths.bicPaths("CdtrAgt"), paths.bicPaths("DbtrAgt")];
const [CREDITOR_ADDRESS, DEBTOR_ADDRESS] = [
    paths.addressPaths("Cdtr", "CdtrAgt"),
    paths.addressPaths("Dbtr", "DbtrAgt"),
];

/** What a transaction shares with others of its message. */
export interface Context {
    group: Texts;
    conventions: Conventions;
    /** The how-manieth payment of its message it is that says the same. */
    ordinal: number;
    /** The payment, which somebody has looked at before. */
    seen: Sighted;
}

/**
 * What a pacs.008 transaction says, from its own elements and, where it is silent, from its group header. Card numbers
 * become tokens before anything is made of them: a digest of one could be computed again by anybody.
 */
export function pacsDraft(transaction: Texts, { group, conventions, ordinal, seen }: Context, tokenOf: TokenOf): Draft {
    const first = firstIn(transaction, group);
    const { amount, currency, debtor, creditor, parts } = seen.free ?? withTokens(transaction, first, tokenOf);
    return {
        source: "iso20022",
        reference: referenceOf(seen, parts, ordinal),
        accountId: debtor,
        counterpartyId: creditor,
        amount,
        currency,
        occurredAt: first(paths.TIME_PATHS),
        clock: conventions.clock,
        channel: PAYMENT_TYPES.some((path) => isInstant(first(path))) ? "instant" : "wire",
        country: country(first, currency),
        tokenised: seen.free === undefined,
    };
}

/** Of a payment without a card number its key is the digest that stands for it. */
function referenceOf({ free, key }: Sighted, parts: readonly string[], ordinal: number): string {
    if (ordinal > 1) return digest([...parts, `#${ordinal}`]);
    return free === undefined ? digest(parts) : key;
}

function withTokens(transaction: Texts, first: First, tokenOf: TokenOf): Payment {
    return paymentOf(transaction, first, (text) =>
        mayHoldCardNumber(text) ? replaceCardNumbers(text, tokenOf) : text,
    );
}

/** A service level may stand several times. */
function isInstant(codes: string): boolean {
    return codes.split(/\s/).some((code) => INSTANT.test(code));
}

/** Of the creditor, as near to the account as possible; a domestic scheme may only tell by its currency. */
function country(first: First, currency: string): string {
    const candidates = [
        normalAccount(first(CREDITOR_IBAN)).slice(0, 2),
        first(CREDITOR_BIC).slice(4, 6),
        first(CREDITOR_ADDRESS),
        first(CLEARING).slice(0, 2),
        first(DEBTOR_BIC).slice(4, 6),
        first(DEBTOR_ADDRESS),
        currency.slice(0, 2),
    ];
    const stated = candidates.slice(0, 3).find((code) => code !== "") ?? "";
    return candidates.map((code) => code.toUpperCase()).find((code) => COUNTRIES.has(code)) ?? stated;
}
