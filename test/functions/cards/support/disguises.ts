/** A way to write a card number that hides it from a pattern. `raw` ones are escapes, which are not escaped again. */
export interface Disguise {
    name: string;
    write: (number: string) => string;
    raw?: true;
}

const each = (number: string, write: (digit: number) => string): string =>
    [...number].map((digit) => write(Number(digit))).join("");
const grouped = (number: string, separator: string): string => (number.match(/\d{1,4}/g) ?? []).join(separator);
const from = (first: number) => (digit: number) => String.fromCodePoint(first + digit);
const hex = (digit: number): string => (0x30 + digit).toString(16);

export const DISGUISES: readonly Disguise[] = [
    { name: "nothing", write: (number) => number },
    { name: "blanks", write: (number) => grouped(number, " ") },
    { name: "dashes", write: (number) => grouped(number, "-") },
    { name: "colons", write: (number) => grouped(number, ":") },
    { name: "dots, doubled", write: (number) => grouped(number, "..") },
    { name: "slashes", write: (number) => grouped(number, "/") },
    { name: "underscores, thrice", write: (number) => grouped(number, "___") },
    { name: "the minus sign", write: (number) => grouped(number, "\u2212") },
    { name: "middle dots", write: (number) => grouped(number, "\u00b7") },
    { name: "the long vowel of Katakana", write: (number) => grouped(number, "\u30fc") },
    { name: "no-break blanks", write: (number) => grouped(number, "\u00a0") },
    { name: "marks nobody sees", write: (number) => grouped(number, "\u200b\u2060") },
    { name: "right-to-left marks", write: (number) => grouped(number, "\u200f") },
    { name: "brackets", write: (number) => `[${grouped(number, "](")})` },
    { name: "many blanks", write: (number) => grouped(number, " ".repeat(40)) },
    { name: "line breaks", write: (number) => grouped(number, "\n") },
    { name: "tabs", write: (number) => grouped(number, "\t") },
    { name: "commas of thousands", write: (number) => number.replace(/\B(?=(?:\d{3})+$)/g, ",") },
    { name: "a blank after each digit", write: (number) => each(number, (digit) => `${digit} `).trim() },
    {
        name: "another mark after each digit",
        write: (number) => [...number].map((digit, at) => `${digit}${";,.:!?#$@^~|/=+-_()[]{}`'"[at]}`).join(""),
    },
    { name: "unequal groups", write: (number) => `${number[0]};${number.slice(1, 3)}-${number.slice(3)}` },
    { name: "full-width digits", write: (number) => each(number, from(0xff10)) },
    { name: "Arabic digits", write: (number) => each(number, from(0x660)) },
    { name: "Devanagari digits", write: (number) => each(number, from(0x966)) },
    { name: "digits of mathematics", write: (number) => each(number, from(0x1d7ce)) },
    { name: "superscripts", write: (number) => each(number, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit] ?? "") },
    { name: "subscripts", write: (number) => each(number, from(0x2080)) },
    { name: "circled digits", write: (number) => each(number, (digit) => "⓪①②③④⑤⑥⑦⑧⑨"[digit] ?? "") },
    { name: "negative circled digits", write: (number) => each(number, (digit) => "⓿❶❷❸❹❺❻❼❽❾"[digit] ?? "") },
    { name: "letters around it", write: (number) => `REF${number}A` },
    { name: "letters between groups", write: (number) => grouped(number, "x") },
    { name: "letters and marks between groups", write: (number) => grouped(number, " x-") },
    { name: "letters of another alphabet between groups", write: (number) => grouped(number, "\u0445") },
    {
        name: "other letters between each of its groups",
        write: (number) => grouped(number, "|").replace("|", "a").replace("|", "b").replaceAll("|", "c"),
    },
    { name: "a letter after each digit", write: (number) => [...number].join("x") },
    { name: "three stars between groups", write: (number) => grouped(number, "***") },
    { name: "codes in hexadecimal", write: (number) => each(number, hex) },
    { name: "base64", write: (number) => Buffer.from(`pan=${number}`).toString("base64url") },
    {
        name: "a tag of EMV",
        write: (number) =>
            `9F02060000000012505A${String(Math.ceil(number.length / 2))
                .padStart(2, "0")
                .replace("10", "0A")}${number}${number.length % 2 === 1 ? "F" : ""}5F340101`,
    },
    { name: "track 2 without its separator", write: (number) => `${number}25121011234567890` },
    { name: "a date behind it", write: (number) => `${number}20260301` },
    { name: "a date before it", write: (number) => `20260301${number}` },
    { name: "a date and a counter around it", write: (number) => `20260301${number}001` },
    { name: "a counter behind it", write: (number) => `${number}0000042` },
    { name: "zeros before it", write: (number) => `0000${number}` },
    { name: "itself behind it", write: (number) => `${number}${number}` },
    { name: "track 1", write: (number) => `%B${number}^DOE/J^25121011234567890?` },
    { name: "track 2", write: (number) => `;${number}=25121011234567890?` },
    { name: "track 2 in hexadecimal", write: (number) => `${number}D25121011234567890F` },
    { name: "padding in hexadecimal", write: (number) => number.padEnd(32, "F") },
    {
        name: "the shape of a UUID",
        write: (number) => number.padEnd(32, "0").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
    },
    { name: "the shape of a hash", write: (number) => `deadbeef${number}`.padEnd(40, "cafe") },
    { name: "the shape of an IBAN", write: (number) => `DE00${number}` },
    { name: "an exponent", write: (number) => `${number[0]}.${number.slice(1)}E${number.length - 1}` },
    { name: "a negative exponent", write: (number) => `${number}0e-1` },
    { name: "a fraction of zero", write: (number) => `${number}.00` },
    { name: "JSON's escapes", write: (number) => each(number, (digit) => `\\u00${hex(digit)}`), raw: true },
    { name: "JSON's tabs", write: (number) => grouped(number, "\\t"), raw: true },
    { name: "JSON's escaped blanks", write: (number) => grouped(number, "\\u00a0"), raw: true },
    { name: "escapes escaped again", write: (number) => each(number, (digit) => `\\\\u00${hex(digit)}`), raw: true },
    { name: "XML's references", write: (number) => each(number, (digit) => `&#${0x30 + digit};`), raw: true },
    {
        name: "XML's references in hexadecimal",
        write: (number) => each(number, (digit) => `&#x${hex(digit)};`),
        raw: true,
    },
    { name: "XML's referenced blanks", write: (number) => grouped(number, "&#160;"), raw: true },
    { name: "a comment in XML", write: (number) => grouped(number, "<!-- -->"), raw: true },
    { name: "sections of XML", write: (number) => `<![CDATA[${grouped(number, "]]><![CDATA[")}]]>`, raw: true },
    { name: "a URL's escapes", write: (number) => each(number, (digit) => `%${hex(digit)}`) },
    { name: "a URL's escaped blanks", write: (number) => grouped(number, "%20") },
];
