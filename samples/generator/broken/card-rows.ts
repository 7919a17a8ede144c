import { brokenCardNumber } from "../cards.ts";
import type { BrokenKind } from "../delivery.ts";
import { type CardFields, type CsvStyle, cardRow } from "../formats/card-network-csv.ts";

type MakeRow = (good: CardFields, style: CsvStyle) => string;

/** Changes one field of a good row. */
const field =
    (name: keyof CardFields, value: string | ((was: string) => string)): MakeRow =>
    (good, style) =>
        cardRow({ ...good, [name]: typeof value === "string" ? value : value(good[name]) }, style);

/** A fixed amount and currency, for faults that depend on both. */
const money =
    (amount: string, currency: string): MakeRow =>
    (good, style) =>
        cardRow({ ...good, amount: amount.replace(".", style.decimalPoint), currency }, style);

/** What card networks and the spreadsheets in between do to rows. */
export const brokenCardRows: readonly BrokenKind<MakeRow>[] = [
    { cause: "a number no float can hold", reason: "invalid-amount", make: field("amount", "1e308") },
    { cause: "a negative amount", reason: "invalid-amount", make: money("-25.00", "EUR") },
    { cause: "an amount of zero", reason: "invalid-amount", make: money("0.00", "EUR") },
    { cause: "half a yen", reason: "invalid-amount", make: money("1200.5", "JPY") },
    { cause: "four decimals of a dinar", reason: "invalid-amount", make: money("1.2345", "KWD") },
    { cause: "thousands set apart", reason: "invalid-amount", make: field("amount", "1'234'567.00") },
    { cause: "words for an amount", reason: "invalid-amount", make: field("amount", "twelve") },
    { cause: "a currency that does not exist", reason: "unknown-currency", make: field("currency", "XXQ") },
    { cause: "a Cyrillic letter in the currency", reason: "unknown-currency", make: field("currency", "\u0415UR") },
    { cause: "the sign instead of the currency", reason: "unknown-currency", make: field("currency", "\u20ac") },
    { cause: "day, month, year", reason: "invalid-time", make: field("transaction_time", "04/10/2026 13:45") },
    {
        cause: "the thirtieth of February",
        reason: "invalid-time",
        make: field("transaction_time", "2026-02-30T09:00:00Z"),
    },
    { cause: "a country that does not exist", reason: "unknown-country", make: field("merchant_country", "ZZ") },
    {
        cause: "a right-to-left mark",
        reason: "unknown-country",
        make: field("merchant_country", (was) => `\u200f${was}`),
    },
    { cause: "a code that is not ISO's", reason: "unknown-country", make: field("merchant_country", "UK") },
    { cause: "a wrong check digit", reason: "invalid-card-number", make: field("card_number", brokenCardNumber) },
    {
        cause: "letters for digits",
        reason: "invalid-card-number",
        make: field("card_number", (was) => was.replaceAll("0", "O").replaceAll("5", "S")),
    },
    {
        cause: "a card number cut short",
        reason: "invalid-card-number",
        make: field("card_number", (was) => was.slice(0, 9)),
    },
    {
        cause: "three digits of a category",
        reason: "invalid-merchant-category",
        make: field("merchant_category_code", "541"),
    },
    {
        cause: "a letter in the category",
        reason: "invalid-merchant-category",
        make: field("merchant_category_code", "54I1"),
    },
    {
        cause: "a formula for a spreadsheet",
        reason: "invalid-identifier",
        make: field("merchant_id", '=HYPERLINK("http://example.invalid","pay")'),
    },
    { cause: "a command for a spreadsheet", reason: "invalid-identifier", make: field("transaction_id", "@SUM(1+1)") },
    {
        cause: "an endless identifier",
        reason: "invalid-identifier",
        make: field("merchant_id", (was) => was + "0".repeat(128)),
    },
    { cause: "no account", reason: "missing-field", make: field("account_id", "") },
    { cause: "no amount", reason: "missing-field", make: field("amount", "") },
    {
        cause: "a column too few",
        reason: "malformed-row",
        make: (good, style) => cardRow(good, style).split(style.delimiter).slice(0, -2).join(style.delimiter),
    },
    {
        cause: "a column too many",
        reason: "malformed-row",
        make: (good, style) => `${cardRow(good, style)}${style.delimiter}x`,
    },
];

/** The other notation than the file's own; only the file with decimal points can tell. */
export const decimalComma: BrokenKind<MakeRow> = {
    cause: "a decimal comma among decimal points",
    reason: "ambiguous-amount",
    make: field("amount", "12,50"),
};

export const endlessRow: BrokenKind<MakeRow> = {
    cause: "one endless line",
    reason: "row-too-long",
    make: field("device_id", "x".repeat(1 << 20)),
};
