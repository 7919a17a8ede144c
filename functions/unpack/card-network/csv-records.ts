import type { Limits } from "../limits.ts";
import { type Line, LongLine } from "../text/lines.ts";
import { QuotedRecord } from "./quoted-record.ts";

export type CsvRecord =
    | { line: number; fields: string[] }
    | { line: number; fault: "malformed-row" | "row-too-long"; detail: string; text: string };

/**
 * Joins lines into CSV records. A quote that is never closed would swallow the rest of the file: after a bounded number
 * of lines only the line that opened it is given up, and reading goes on with the next one.
 */
export class CsvRecords {
    readonly delimiter: string;
    private readonly limits: Pick<Limits, "recordLines" | "rowBytes">;
    private record: QuotedRecord | null = null;
    private held: string[] = [];
    private heldLength = 0;
    private number = 0;

    constructor(delimiter: string, limits: Pick<Limits, "recordLines" | "rowBytes">, firstLine = 1) {
        this.delimiter = delimiter;
        this.limits = limits;
        this.number = firstLine - 1;
    }

    /** The records that end with this line. */
    push(line: Line): CsvRecord[] {
        const records: CsvRecord[] = [];
        this.take(line, records);
        return records;
    }

    /** The records that the end of the file ends. */
    finish(): CsvRecord[] {
        const records: CsvRecord[] = [];
        while (this.held.length > 0) this.giveUp(records, "a quote is opened and never closed");
        return records;
    }

    private take(line: Line, records: CsvRecord[]): void {
        if (line instanceof LongLine) {
            while (this.held.length > 0) this.giveUp(records, "a quote is opened and never closed");
            this.number++;
            const detail = `the line is longer than ${this.limits.rowBytes} bytes`;
            records.push({ line: this.number, fault: "row-too-long", detail, text: line.head });
            return;
        }
        this.number++;
        if (this.record === null && !line.includes('"')) {
            if (line.trim() !== "") records.push({ line: this.number, fields: line.split(this.delimiter) });
            return;
        }
        this.record ??= new QuotedRecord(this.delimiter);
        this.held.push(line);
        this.heldLength += line.length + 1;
        const progress = this.record.feed(line);
        if (progress === "complete") {
            records.push({ line: this.number - this.held.length + 1, fields: this.record.fields });
            this.forget();
        } else if (progress === "broken") {
            this.giveUp(records, "a quoted field goes on after its closing quote");
        } else if (this.held.length >= this.limits.recordLines || this.heldLength > this.limits.rowBytes) {
            this.giveUp(records, "a quote is opened and never closed");
        }
    }

    private giveUp(records: CsvRecord[], detail: string): void {
        const [first = "", ...rest] = this.held;
        const line = this.number - this.held.length + 1;
        records.push({ line, fault: "malformed-row", detail, text: first });
        this.forget();
        this.number = line;
        for (const again of rest) this.take(again, records);
    }

    private forget(): void {
        this.record = null;
        this.held = [];
        this.heldLength = 0;
    }
}
