import type { Limits } from "../limits.ts";
import { maskOf } from "../quarantine/masking.ts";
import { BrokenRow } from "../rows/broken-row.ts";
import type { Finding, Reader, Row } from "../rows/row.ts";
import type { Bytes } from "../text/byte-stream.ts";
import { asUtf8 } from "../text/encoding.ts";
import { FileFault } from "../text/file-fault.ts";
import { type Line, lines } from "../text/lines.ts";
import { type CardLayout, cardLayout, delimiterOf, isHeader } from "./card-layout.ts";
import { CardRow } from "./card-row.ts";
import { type CsvRecord, CsvRecords } from "./csv-records.ts";

const mask = maskOf("card-network");
const HEADER_LENGTH = 64 * 1024;

/** Reads a card network's CSV: a header, then a row for each transaction. */
export class CardNetworkReader implements Reader {
    private readonly bytes: Bytes;
    private readonly limits: Limits;
    private records: CsvRecords | null = null;
    private layout: CardLayout | null = null;
    private linesBefore = 0;

    constructor(bytes: Bytes, limits: Limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    async *rows(): AsyncGenerator<readonly Row[]> {
        for await (const some of lines(asUtf8(this.bytes), this.limits.rowBytes)) {
            const rows: Row[] = [];
            for (const line of some) this.take(line, rows);
            if (rows.length > 0) yield rows;
        }
        const rows: Row[] = [];
        for (const record of this.records?.finish() ?? []) this.add(record, rows);
        yield rows;
        if (this.layout === null) throw new FileFault("empty-file", "the file has no header");
    }

    findings(): readonly Finding[] {
        return [];
    }

    private take(line: Line, rows: Row[]): void {
        if (this.records === null) {
            this.linesBefore++;
            // Spreadsheets write `sep=;` in front of the header.
            if (typeof line === "string" && (line.trim() === "" || /^sep=.$/i.test(line))) return;
            if (typeof line !== "string" || line.length > HEADER_LENGTH) {
                throw new FileFault("unreadable-file", `the header is longer than ${HEADER_LENGTH} characters`);
            }
            this.records = new CsvRecords(delimiterOf(line), this.limits, this.linesBefore);
        }
        for (const record of this.records.push(line)) this.add(record, rows);
    }

    private add(record: CsvRecord, rows: Row[]): void {
        if ("fault" in record) {
            if (this.layout === null) throw new FileFault("unreadable-file", `no header: ${record.detail}`);
            rows.push(new BrokenRow(`line ${record.line}`, record.fault, record.detail, record.text, mask));
        } else if (this.layout === null) {
            this.layout = cardLayout(this.records?.delimiter ?? ",", record.fields);
        } else if (!isHeader(this.layout, record.fields)) {
            rows.push(new CardRow(record.line, record.fields, this.layout));
        }
    }
}
