import { hour } from "../calendar.ts";
import { countries } from "../countries.ts";
import { majorText } from "../currencies.ts";
import type { Payment } from "../transaction.ts";

/** How one card network writes its files. */
export interface CsvStyle {
    delimiter: "," | ";" | "|";
    decimalPoint: "." | ",";
    lineEnd: "\n" | "\r\n";
    byteOrderMark: boolean;
    quoted: boolean;
    /** Times in the merchant's own zone instead of UTC. */
    localTime: boolean;
    /** Two files were pasted into one: the header stands in the middle too. */
    headerAgain: boolean;
}

export const plainCsv: CsvStyle = {
    delimiter: ",",
    decimalPoint: ".",
    lineEnd: "\n",
    byteOrderMark: false,
    quoted: false,
    localTime: true,
    headerAgain: false,
};

/** What spreadsheets of continental Europe save. */
export const continentalCsv: CsvStyle = {
    delimiter: ";",
    decimalPoint: ",",
    lineEnd: "\r\n",
    byteOrderMark: true,
    quoted: true,
    localTime: false,
    headerAgain: true,
};

export const cardColumns = [
    "transaction_id",
    "card_number",
    "account_id",
    "merchant_id",
    "merchant_category_code",
    "merchant_country",
    "amount",
    "currency",
    "transaction_time",
    "entry_mode",
    "device_id",
] as const;

export type CardFields = Record<(typeof cardColumns)[number], string>;

/** The row of a payment, field by field. */
export function cardFields(payment: Payment, transactionId: string, style: CsvStyle): CardFields {
    return {
        transaction_id: transactionId,
        card_number: payment.cardNumber ?? "",
        account_id: payment.accountId,
        merchant_id: payment.counterpartyId,
        merchant_category_code: payment.merchantCategory ?? "",
        merchant_country: payment.country,
        amount: majorText(payment.amountMinor, payment.currency, style.decimalPoint),
        currency: payment.currency,
        transaction_time: style.localTime ? localTime(payment) : `${new Date(payment.at).toISOString().slice(0, 19)}Z`,
        entry_mode: payment.entryMode ?? "",
        device_id: payment.deviceId ?? "",
    };
}

export function cardRow(fields: CardFields, { delimiter, quoted }: CsvStyle): string {
    return cardColumns.map((column) => quote(fields[column], delimiter, quoted)).join(delimiter);
}

export function cardFile(rows: readonly string[], style: CsvStyle): string {
    const header = cardColumns.join(style.delimiter);
    const middle = Math.floor(rows.length / 2);
    const again = style.headerAgain ? [header] : [];
    const lines = [header, ...rows.slice(0, middle), ...again, ...rows.slice(middle)].map(
        (line) => line + style.lineEnd,
    );
    return (style.byteOrderMark ? "\uFEFF" : "") + lines.join("");
}

function quote(field: string, delimiter: string, always: boolean): string {
    const needed = field.includes(delimiter) || field.includes('"');
    return always || needed ? `"${field.replaceAll('"', '""')}"` : field;
}

/** `2026-10-04T15:45:12+02:00`. */
export function localTime({ at, country }: Pick<Payment, "at" | "country">): string {
    const { utcOffsetHours } = countries[country];
    const sign = utcOffsetHours < 0 ? "-" : "+";
    const clock = new Date(at + utcOffsetHours * hour).toISOString().slice(0, 19);
    return `${clock}${sign}${String(Math.abs(utcOffsetHours)).padStart(2, "0")}:00`;
}
