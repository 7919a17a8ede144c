import { type CsvStyle, cardColumns, cardFields, cardRow, plainCsv } from "./formats/card-network-csv.ts";
import { bookingFields, bookingLine } from "./formats/core-banking-ndjson.ts";
import { type Message, pacs008File } from "./formats/pacs008-file.ts";
import { references } from "./formats/pacs008-transaction.ts";
import { Random } from "./random.ts";
import { defaults } from "./sample-set.ts";
import { styles } from "./sources/iso20022-styles.ts";
import { story } from "./story.ts";
import type { Payment } from "./transaction.ts";

export interface StreamOptions {
    seed: number;
    /** The file is as long as whole rows allow without exceeding this. */
    bytes: number;
    /** Distinct payments that the rows repeat, each time under a new reference. */
    pool?: number;
}

/** The chunks of a file of any length, in constant memory; returns the number of rows. */
export type FileStream = Generator<Buffer, number>;

/** Stands for a reference in the templates, and is as long: T or CB-, then twelve digits in base 16. */
const placeholder = "FFFFFFFFFFFF";
const chunkBytes = 256 * 1024;

/** A card network's CSV. */
export function cardNetworkCsv(options: StreamOptions, style: CsvStyle = plainCsv): FileStream {
    const rows = payments(options, ({ channel }) => channel === "card").map(
        (payment) => cardRow(cardFields(payment, `T${placeholder}`, style), style) + style.lineEnd,
    );
    const head = (style.byteOrderMark ? "\uFEFF" : "") + cardColumns.join(style.delimiter) + style.lineEnd;
    return chunks(options.bytes, head, rows, "");
}

/** A core system's NDJSON. */
export function coreBankingNdjson(options: StreamOptions): FileStream {
    const lines = payments(options, ({ channel }) => channel !== "card").map(
        (payment) => `${bookingLine(bookingFields(payment, `CB-${placeholder}`, false))}\n`,
    );
    return chunks(options.bytes, "", lines, "");
}

/** One pacs.008 message. Its header counts no transactions, since it is written before they are. */
export function pacs008Xml(options: StreamOptions): FileStream {
    const random = new Random(options.seed);
    const transfers = payments(options, ({ channel }) => channel === "wire" || channel === "instant");
    const message = (payment: Payment): Message => ({
        style: styles.settlement,
        messageId: "MSGSTREAM",
        sender: "DE",
        createdAt: defaults.start,
        transfers: [{ references: { ...references(random, 8), endToEndId: `E2E-${placeholder}` }, payment }],
    });
    const texts = transfers.map((payment) => pacs008File(message(payment)));
    const open = "  <CdtTrfTxInf>";
    const close = "</CdtTrfTxInf>\n";
    const [first = ""] = texts;
    const head = first.slice(0, first.indexOf(open)).replace(/\s*<(NbOfTxs|CtrlSum)>.*?<\/\1>/g, "");
    const rows = texts.map((text) => text.slice(text.indexOf(open), text.indexOf(close) + close.length));
    return chunks(options.bytes, head, rows, first.slice(first.indexOf(close) + close.length));
}

function payments({ seed, pool = 4000 }: StreamOptions, wanted: (payment: Payment) => boolean): Payment[] {
    return story({ seed, payments: pool, start: defaults.start }).filter(wanted);
}

function* chunks(bytes: number, head: string, rows: readonly string[], tail: string): FileStream {
    const pieces = rows.map((row) => {
        const at = row.indexOf(placeholder);
        return { before: row.slice(0, at), after: row.slice(at + placeholder.length), length: Buffer.byteLength(row) };
    });
    let left = bytes - Buffer.byteLength(head) - Buffer.byteLength(tail);
    let text = head;
    let count = 0;
    for (;;) {
        const piece = pieces[count % pieces.length];
        if (piece === undefined || piece.length > left) break;
        left -= piece.length;
        text += `${piece.before}${(count++).toString(16).toUpperCase().padStart(12, "0")}${piece.after}`;
        if (text.length >= chunkBytes) {
            yield Buffer.from(text);
            text = "";
        }
    }
    if (text !== "" || tail !== "") yield Buffer.from(text + tail);
    return count;
}
