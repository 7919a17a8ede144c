import type { Limits } from "../limits.ts";
import { FileFault } from "../text/file-fault.ts";
import { isBlank, type Line, LongLine } from "../text/lines.ts";
import { QuotedRecord } from "./quoted-record.ts";

interface Place {
    /** Of the record's first line. */
    line: number;
    /** Lines of the file that it takes up, blank ones not counted. */
    lines: number;
}
export type CsvRecord =
    | (Place & { fields: string[] })
    | (Place & { fault: "malformed-row" | "row-too-long"; detail: string; text: string });

const OPEN = "a quote is opened and never closed";
const BROKEN = "a quoted field goes on after its closing quote";

/**
 * Joins lines into CSV records. A line inside a quoted field is no row, however much it looks like one (RFC 4180). Where
 * the quotes themselves are wrong, nobody can say which lines are: each line that they leave in doubt is refused by itself,
 * until the quotes are closed.
 */
export class CsvRecords {
    readonly delimiter: string;
    private readonly limits: Pick<Limits, "recordLines" | "rowBytes">;
    private record: QuotedRecord | null = null;
    private held: string[] = [];
    private heldLength = 0;
    /** Why the lines of the open record are refused even if it ends well. */
    private doubt: string | null = null;
    /** What is left of a record over the limit, of which no line is held. */
    private tooLong: { line: number; lines: number; text: string } | null = null;
    private number = 0;

    constructor(delimiter: string, limits: Pick<Limits, "recordLines" | "rowBytes">, firstLine = 1) {
        this.delimiter = delimiter;
        this.limits = limits;
        this.number = firstLine - 1;
    }

    /** The records that end with this line. */
    push(line: Line): CsvRecord[] {
        this.number++;
        if (line instanceof LongLine) return this.pushLong(line);
        if (this.record === null) {
            if (!line.includes('"')) {
                return isBlank(line) ? [] : [{ line: this.number, lines: 1, fields: line.split(this.delimiter) }];
            }
            this.record = new QuotedRecord(this.delimiter);
        }
        const complete = this.record.feed(line);
        this.hold(line);
        if (this.tooLong !== null) return complete ? this.endTooLong() : [];
        if (this.record.broken) this.doubt = BROKEN;
        if (!complete) return [];
        if (this.doubt !== null && this.opensQuote(line)) return [];
        return this.doubt === null ? this.end(this.record.fields) : this.giveUp(this.doubt);
    }

    /** The records that the end of the file ends. */
    finish(): CsvRecord[] {
        if (this.tooLong === null) return this.giveUp(OPEN);
        throw new FileFault("unreadable-file", `${OPEN}: nothing behind line ${this.tooLong.line} can be read`);
    }

    private hold(line: string): void {
        if (this.tooLong === null) {
            this.held.push(line);
            this.heldLength += line.length + 1;
            if (this.held.length > this.limits.recordLines || this.heldLength > this.limits.rowBytes) this.overflow();
        } else if (!isBlank(line)) this.tooLong.lines++;
    }

    private overflow(): void {
        const line = this.number - this.held.length + 1;
        this.tooLong = { line, lines: filled(this.held), text: this.held[0] ?? "" };
        this.held = [];
        this.record?.forget();
    }

    /** If the quotes before were wrong, this line may be a row that opens a field of its own: then that has to end first. */
    private opensQuote(line: string): boolean {
        const alone = new QuotedRecord(this.delimiter);
        if (alone.feed(line)) return false;
        this.record = alone;
        return true;
    }

    private pushLong(line: LongLine): CsvRecord[] {
        if (this.record === null) {
            const detail = `the line is longer than ${this.limits.rowBytes} bytes`;
            const place = { line: this.number, lines: 1 };
            if (!line.opensQuote) return [{ ...place, fault: "row-too-long", detail, text: line.head }];
            this.record = new QuotedRecord(this.delimiter);
            this.record.feed('"');
            this.record.forget();
            this.tooLong = { ...place, text: line.head };
            return [];
        }
        if (this.tooLong === null) {
            this.held.push("");
            this.overflow();
        }
        if (this.tooLong !== null) this.tooLong.lines++;
        return line.opensQuote ? this.endTooLong() : [];
    }

    private endTooLong(): CsvRecord[] {
        const { line, lines, text } = this.tooLong ?? { line: this.number, lines: 1, text: "" };
        this.forget();
        const { rowBytes, recordLines } = this.limits;
        const detail = `the row is longer than ${rowBytes} bytes or ${recordLines} lines`;
        return [{ line, lines, fault: "row-too-long", detail, text }];
    }

    private end(fields: string[]): CsvRecord[] {
        const record = { line: this.number - this.held.length + 1, lines: filled(this.held), fields };
        this.forget();
        return [record];
    }

    private giveUp(detail: string): CsvRecord[] {
        const first = this.number - this.held.length + 1;
        const refused = this.held.flatMap((text, index): CsvRecord[] =>
            isBlank(text) ? [] : [{ line: first + index, lines: 1, fault: "malformed-row", detail, text }],
        );
        this.forget();
        return refused;
    }

    private forget(): void {
        this.record = null;
        this.held = [];
        this.heldLength = 0;
        this.doubt = null;
        this.tooLong = null;
    }
}

function filled(lines: readonly string[]): number {
    return lines.filter((line) => !isBlank(line)).length;
}
