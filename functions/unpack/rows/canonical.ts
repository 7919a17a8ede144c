import type { FileSource } from "../../../contract/files/landing.ts";
import { BYTES } from "../../../contract/limits.ts";
import { IDENTIFIER } from "../../../contract/transaction/identifiers.ts";
import { CHANNELS, type Channel, type Transaction } from "../../../contract/transaction/transaction.ts";
import { minorUnits } from "../../../contract/values/amount.ts";
import {
    cardDigits,
    containsCardNumber,
    isCardNumber,
    mayHoldCardNumber,
    replaceCardNumbers,
} from "../../../contract/values/card-number.ts";
import { COUNTRIES } from "../../../contract/values/countries.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";
import { canonicalTime, isLocalTime, type WallClock } from "../../../contract/values/time.ts";
import { missing, refusal, refused } from "./refusal.ts";
import type { Outcome, Refusal, TokenOf } from "./row.ts";

/** The texts of a row by what they mean; "" is absent. */
export interface Draft {
    source: FileSource;
    /** The source's own reference; the id is `<source>:<reference>`. */
    reference: string;
    accountId: string;
    counterpartyId: string;
    /** Major units with a decimal point; as it came where its comma or point may mean two things. */
    amount: string;
    ambiguousAmount?: boolean;
    currency: string;
    occurredAt: string;
    /** Of a time without an offset. */
    clock?: WallClock | undefined;
    channel: string;
    country: string;
    merchantCategory?: string;
    /** Absent when the format has no cards, "" when this row lacks its card. */
    cardNumber?: string;
    deviceId?: string;
    /** Whether a card number in it was replaced by its token already. */
    tokenised?: boolean;
}

/** Of the minor units there are. */
const WIDEST_DECIMALS = 4;
const OTHER_DECIMALS = [3, 2, 0];
const IDENTIFIERS = ["id", "accountId", "counterpartyId", "deviceId"] as const;
/** An identifier shorter than a card number cannot hold one. */
const CARD_LENGTH = 13;
const NONE: readonly string[] = [];
const LEAST_CARD = 10 ** (CARD_LENGTH - 1);

/** The canonical transaction, or the reason of the row's first wrong field in canonical order. */
export function canonical(draft: Draft, tokenOf: TokenOf): Outcome {
    const wrong = wrongIdentifier(draft) ?? wrongMoney(draft);
    if (wrong !== null) return wrong;
    const decimals = MINOR_UNITS.get(draft.currency);
    if (decimals === undefined) return refused("unknown-currency", "currency", draft.currency);
    const amountMinor = minorUnits(draft.amount, decimals);
    if (amountMinor === null) {
        return refusal(
            "invalid-amount",
            "amountMinor",
            `the amount has more than ${decimals} decimals or is too large`,
        );
    }
    if (amountMinor >= LEAST_CARD && containsCardNumber(String(amountMinor))) {
        return refusal("invalid-amount", "amountMinor", "the amount reads as a card number");
    }
    if (draft.occurredAt === "") return missing("occurredAt");
    const occurredAt = canonicalTime(draft.occurredAt, draft.clock);
    if (occurredAt === null) {
        const reason = isLocalTime(draft.occurredAt) ? "ambiguous-time" : "invalid-time";
        return refused(reason, "occurredAt", draft.occurredAt);
    }
    const { channel, country } = draft;
    if (channel === "") return missing("channel");
    if (!isChannel(channel)) return refused("unknown-channel", "channel", channel);
    if (country === "") return missing("country");
    if (!COUNTRIES.has(country)) return refused("unknown-country", "country", country);
    const refusedCard = draft.cardNumber === undefined ? null : wrongCard(draft);
    if (refusedCard !== null) return refusedCard;
    if (draft.deviceId !== undefined && draft.deviceId !== "" && !IDENTIFIER.test(draft.deviceId)) {
        return refused("invalid-identifier", "deviceId", draft.deviceId);
    }
    return accepted(draft, { amountMinor, occurredAt, channel }, tokenOf);
}

function accepted(
    draft: Draft,
    { amountMinor, occurredAt, channel }: Pick<Transaction, "amountMinor" | "occurredAt" | "channel">,
    tokenOf: TokenOf,
): Outcome {
    // The row's own card counts in any column, of whatever issuer it is.
    const known = draft.cardNumber === undefined ? NONE : [cardDigits(draft.cardNumber)];
    // Where it stands says what a reference may be.
    const reference = safe(draft.reference, `${draft.source}:${draft.reference}`, known, tokenOf);
    const accountId = safe(draft.accountId, draft.accountId, known, tokenOf);
    const counterpartyId = safe(draft.counterpartyId, draft.counterpartyId, known, tokenOf);
    const transaction: Transaction = {
        id: `${draft.source}:${reference}`,
        source: draft.source,
        accountId,
        counterpartyId,
        amountMinor,
        currency: draft.currency,
        occurredAt,
        channel,
        country: draft.country,
    };
    if (draft.merchantCategory !== undefined) transaction.merchantCategory = draft.merchantCategory;
    if (draft.cardNumber !== undefined) transaction.cardToken = tokenOf(cardDigits(draft.cardNumber));
    const { deviceId = "" } = draft;
    if (deviceId !== "") transaction.deviceId = safe(deviceId, deviceId, known, tokenOf);
    const tokenised =
        draft.tokenised === true ||
        reference !== draft.reference ||
        accountId !== draft.accountId ||
        counterpartyId !== draft.counterpartyId ||
        (transaction.deviceId ?? "") !== deviceId;
    // What nothing was put into is as long as it was found to be.
    const field = tokenised && IDENTIFIERS.find((name) => !IDENTIFIER.test(transaction[name] ?? "absent"));
    if (field) {
        return refusal("invalid-identifier", field, `${field} holds a card number and is too long for its token`);
    }
    return { ok: true, transaction, tokenised };
}

/** A number in the wrong column goes no further, yet the row need not be lost: its token identifies as well. */
function safe(identifier: string, whole: string, known: readonly string[], tokenOf: TokenOf): string {
    if (identifier.length < CARD_LENGTH || !mayHoldCardNumber(whole, known)) return identifier;
    return replaceCardNumbers(identifier, tokenOf, known);
}

function wrongIdentifier({ source, reference, accountId, counterpartyId }: Draft): Refusal | null {
    if (reference === "") return missing("id");
    if (!IDENTIFIER.test(reference) || source.length + 1 + reference.length > BYTES.identifier) {
        return refused("invalid-identifier", "id", reference);
    }
    if (accountId === "") return missing("accountId");
    if (!IDENTIFIER.test(accountId)) return refused("invalid-identifier", "accountId", accountId);
    if (counterpartyId === "") return missing("counterpartyId");
    if (!IDENTIFIER.test(counterpartyId)) return refused("invalid-identifier", "counterpartyId", counterpartyId);
    return null;
}

function wrongMoney({ amount, ambiguousAmount = false, currency }: Draft): Refusal | null {
    if (amount === "") return missing("amountMinor");
    if (ambiguousAmount) return refused("ambiguous-amount", "amountMinor", amount);
    // An amount is judged before its currency: it must be one in at least some currency.
    const widest = minorUnits(amount, WIDEST_DECIMALS);
    if (widest === 0 || (widest === null && !isAmountInSomeCurrency(amount))) {
        return refused("invalid-amount", "amountMinor", amount);
    }
    return currency === "" ? missing("currency") : null;
}

function isAmountInSomeCurrency(amount: string): boolean {
    return OTHER_DECIMALS.some((decimals) => minorUnits(amount, decimals) !== null);
}

function wrongCard({ merchantCategory = "", cardNumber = "" }: Draft): Refusal | null {
    if (merchantCategory === "") return missing("merchantCategory");
    if (!/^\d{4}$/.test(merchantCategory)) {
        return refused("invalid-merchant-category", "merchantCategory", merchantCategory);
    }
    if (cardNumber === "") return missing("cardToken");
    if (isCardNumber(cardDigits(cardNumber))) return null;
    return refusal("invalid-card-number", "cardToken", "the length or the check digit is wrong");
}

function isChannel(text: string): text is Channel {
    return (CHANNELS as readonly string[]).includes(text);
}
