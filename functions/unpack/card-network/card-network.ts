import type { Conventions } from "../conventions.ts";
import type { Limits } from "../limits.ts";
import { maskOf } from "../quarantine/masking.ts";
import { BrokenRow } from "../rows/broken-row.ts";
import { ShownMark } from "../rows/decimal-text.ts";
import type { Finding, Reader, Row } from "../rows/row.ts";
import type { Bytes } from "../text/byte-stream.ts";
import { asUtf8 } from "../text/encoding.ts";
import { FileFault } from "../text/file-fault.ts";
import { LineCount } from "../text/line-count.ts";
import { isBlank, type Line, lines } from "../text/lines.ts";
import { SEPARATOR } from "../text/separators.ts";
import { type CardLayout, cardLayout, delimiterOf, nextLayout } from "./card-layout.ts";
import { CardRow } from "./card-row.ts";
import { type CsvRecord, CsvRecords } from "./csv-records.ts";

const mask = maskOf("card-network");
const HEADER_LENGTH = 64 * 1024;
/** No program writes them between names; archives do, and what is stored in one may look like a column more. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\0-\x08\x0e-\x1b\x7f]/;
/** The names of columns hold no separator, so the first one behind a name ends the header. */
const FIRST_SEPARATOR = new RegExp(`(?<separator>${SEPARATOR.source})`);

/** Reads a card network's CSV: a header, then a row for each transaction. */
export class CardNetworkReader implements Reader {
    private readonly bytes: Bytes;
    private readonly limits: Limits;
    private readonly conventions: Conventions;
    private records: CsvRecords | null = null;
    private layout: CardLayout | null = null;
    private shown: ShownMark | null = null;
    private linesBefore = 0;
    /** Lines that became a row or a header. */
    private accounted = 0;
    private rowsRead = 0;

    constructor(bytes: Bytes, limits: Limits, conventions: Conventions) {
        this.bytes = bytes;
        this.limits = limits;
        this.conventions = conventions;
    }

    async *rows(): AsyncGenerator<readonly Row[]> {
        const count = new LineCount(this.limits.rowBytes);
        const bytes = count.counted(asUtf8(this.bytes, FIRST_SEPARATOR));
        for await (const some of lines(bytes, this.limits.rowBytes)) {
            const rows: Row[] = [];
            // What was read before a fault stands.
            const fault = this.takeAll(some, rows);
            if (rows.length > 0) yield rows;
            if (fault !== undefined) throw fault;
        }
        const rows: Row[] = [];
        for (const record of this.records?.finish() ?? []) this.add(record, rows);
        yield rows;
        if (this.layout === null) throw new FileFault("empty-file", "the file has no header");
        count.check(this.accounted);
        if (this.rowsRead === 0) throw new FileFault("empty-file", "the file holds a header and no row");
    }

    findings(): readonly Finding[] {
        return [];
    }

    private takeAll(some: readonly Line[], rows: Row[]): FileFault | undefined {
        try {
            for (const line of some) this.take(line, rows);
            return undefined;
        } catch (error) {
            if (error instanceof FileFault) return error;
            throw error;
        }
    }

    private take(line: Line, rows: Row[]): void {
        if (this.records === null) {
            this.linesBefore++;
            if (typeof line === "string" && isBlank(line)) return;
            // Spreadsheets write `sep=;` in front of the header.
            if (typeof line === "string" && /^sep=.$/i.test(line)) {
                this.accounted++;
                return;
            }
            if (typeof line !== "string" || line.length > HEADER_LENGTH) {
                throw new FileFault("unreadable-file", `the header is longer than ${HEADER_LENGTH} characters`);
            }
            if (CONTROL.test(line))
                throw new FileFault(
                    "unreadable-file",
                    "the header holds control characters: the file is packed or no text",
                );
            this.records = new CsvRecords(delimiterOf(line), this.limits, this.linesBefore);
        }
        for (const record of this.records.push(line)) this.add(record, rows);
    }

    private add(record: CsvRecord, rows: Row[]): void {
        this.accounted += record.lines;
        const before = rows.length;
        if ("fault" in record) {
            if (this.layout === null) throw new FileFault("unreadable-file", `no header: ${record.detail}`);
            rows.push(new BrokenRow(`line ${record.line}`, record.fault, record.detail, record.text, mask));
        } else if (this.layout === null) {
            const delimiter = this.records?.delimiter ?? ",";
            this.layout = cardLayout(delimiter, record.fields);
            // Commas between the columns leave the point for decimals.
            this.shown = new ShownMark(delimiter === "," ? "." : undefined);
        } else {
            const header = nextLayout(this.layout, record.fields, record.line);
            if (header !== null) this.layout = header;
            else if (record.fields.length > this.layout.width && record.fields.some((field) => SEPARATOR.test(field)))
                rows.push(...brokenRows(record.line, record.fields, this.layout));
            else rows.push(this.row(record.line, record.fields, this.layout));
        }
        this.rowsRead += rows.length - before;
    }

    private row(line: number, fields: string[], layout: CardLayout): Row {
        const row = new CardRow(line, fields, layout, this.conventions, this.shown?.mark);
        this.shown?.note(fields[layout.columns.amount]?.trim() ?? "");
        return row;
    }
}

/** A line in which other separators than the file's seem to end rows: nobody can say, so none is read. */
function brokenRows(line: number, fields: string[], layout: CardLayout): Row[] {
    const detail = "a separator stands in the line that may or may not end a row";
    return fields
        .join(layout.delimiter)
        .split(SEPARATOR)
        .filter((part) => !isBlank(part))
        .map((part) => new BrokenRow(`line ${line}`, "malformed-row", detail, part, mask));
}
