import { BYTES } from "../limits.ts";
import { COUNTRIES } from "../values/countries.ts";
import { MINOR_UNITS } from "../values/currencies.ts";
import { CANONICAL_TIME, isCanonicalTime } from "../values/time.ts";
import { CARD_TOKEN, IDENTIFIER, SOURCE } from "./identifiers.ts";
import { CHANNELS, type Channel, type Transaction } from "./transaction.ts";

const inner = (pattern: RegExp): string => pattern.source.replace(/^\^|\$$/g, "");
const text = (name: string, pattern: string): string => `"${name}":"(${pattern})"`;
const identifier = inner(IDENTIFIER);
const cardsOnly = `(?:,${text("merchantCategory", "\\d{4}")})?(?:,${text("cardToken", inner(CARD_TOKEN))})?`;

const CANONICAL = new RegExp(
    `^\\{${[
        text("id", identifier),
        text("source", inner(SOURCE)),
        text("accountId", identifier),
        text("counterpartyId", identifier),
        '"amountMinor":([1-9]\\d{0,15})',
        text("currency", "[A-Z]{3}"),
        text("occurredAt", inner(CANONICAL_TIME)),
        text("channel", CHANNELS.join("|")),
        text("country", "[A-Z]{2}"),
    ].join(",")}${cardsOnly}(?:,${text("deviceId", identifier)})?\\}$`,
);

/**
 * The transaction of a text that is canonical to the letter, in a third of the time of parsing and checking it; undefined
 * for any other text, right or wrong, which then needs `JSON.parse` and `checkTransaction`.
 */
export function readCanonical(body: string): Transaction | undefined {
    const parts = CANONICAL.exec(body);
    if (parts === null) return undefined;
    const [, id = "", source = "", accountId = "", counterpartyId = "", amount, currency = "", occurredAt = ""] = parts;
    const [channel, country = "", merchantCategory, cardToken, deviceId] = parts.slice(8);
    const amountMinor = Number(amount);
    if (source.length > BYTES.source || !Number.isSafeInteger(amountMinor)) return undefined;
    if (!MINOR_UNITS.has(currency) || !COUNTRIES.has(country) || !isCanonicalTime(occurredAt)) return undefined;
    if (channel !== "card" && (merchantCategory ?? cardToken) !== undefined) return undefined;
    return {
        id,
        source,
        accountId,
        counterpartyId,
        amountMinor,
        currency,
        occurredAt,
        channel: channel as Channel,
        country,
        ...(merchantCategory !== undefined && { merchantCategory }),
        ...(cardToken !== undefined && { cardToken }),
        ...(deviceId !== undefined && { deviceId }),
    };
}
