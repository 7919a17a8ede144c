import type { Limits } from "../limits.ts";
import { maskOf } from "../quarantine/masking.ts";
import { BrokenRow } from "../rows/broken-row.ts";
import type { Finding, Reader, Row } from "../rows/row.ts";
import type { Bytes } from "../text/byte-stream.ts";
import { asUtf8 } from "../text/encoding.ts";
import { LongLine, lines } from "../text/lines.ts";
import { BankingRow } from "./banking-row.ts";

const mask = maskOf("core-banking");

/** Reads the core banking system's NDJSON: one object a line; blank lines are no rows. */
export class CoreBankingReader implements Reader {
    private readonly bytes: Bytes;
    private readonly limits: Limits;

    constructor(bytes: Bytes, limits: Limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    async *rows(): AsyncGenerator<readonly Row[]> {
        let number = 0;
        for await (const some of lines(asUtf8(this.bytes), this.limits.rowBytes)) {
            const rows: Row[] = [];
            for (const line of some) {
                number++;
                if (line instanceof LongLine) rows.push(this.tooLong(number, line));
                else if (line.trim() !== "") rows.push(new BankingRow(number, line));
            }
            if (rows.length > 0) yield rows;
        }
    }

    findings(): readonly Finding[] {
        return [];
    }

    private tooLong(number: number, line: LongLine): Row {
        const detail = `the line is longer than ${this.limits.rowBytes} bytes`;
        return new BrokenRow(`line ${number}`, "row-too-long", detail, line.head, mask);
    }
}
