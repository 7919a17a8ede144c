import type { Conventions } from "../conventions.ts";
import type { Limits } from "../limits.ts";
import { maskOf } from "../quarantine/masking.ts";
import { BrokenRow } from "../rows/broken-row.ts";
import type { Finding, Reader, Row } from "../rows/row.ts";
import type { Bytes } from "../text/byte-stream.ts";
import { asUtf8 } from "../text/encoding.ts";
import { FileFault } from "../text/file-fault.ts";
import { LineCount } from "../text/line-count.ts";
import { isBlank, LongLine, lines } from "../text/lines.ts";
import { SEPARATOR } from "../text/separators.ts";
import { BankingRow } from "./banking-row.ts";
import { objectsOf } from "./json-objects.ts";

const mask = maskOf("core-banking");
/** Within an object a separator may be a character of a text. */
const FIRST_SEPARATOR = new RegExp(`\\}[ \\t]*(?<separator>${SEPARATOR.source})[ \\t]*(?:\\{|$)`);

/** Reads the core banking system's NDJSON: one object a line; blank lines are no rows. */
export class CoreBankingReader implements Reader {
    private readonly bytes: Bytes;
    private readonly limits: Limits;
    private readonly conventions: Conventions;

    constructor(bytes: Bytes, limits: Limits, conventions: Conventions) {
        this.bytes = bytes;
        this.limits = limits;
        this.conventions = conventions;
    }

    async *rows(): AsyncGenerator<readonly Row[]> {
        const count = new LineCount(this.limits.rowBytes);
        const bytes = count.counted(asUtf8(this.bytes, FIRST_SEPARATOR));
        let number = 0;
        let accounted = 0;
        let isEmpty = true;
        for await (const some of lines(bytes, this.limits.rowBytes)) {
            const rows: Row[] = [];
            for (const line of some) {
                number++;
                if (typeof line === "string" && isBlank(line)) continue;
                accounted++;
                if (line instanceof LongLine) rows.push(this.tooLong(number, line));
                else for (const object of objectsOf(line)) rows.push(new BankingRow(number, object, this.conventions));
            }
            if (rows.length === 0) continue;
            isEmpty = false;
            yield rows;
        }
        count.check(accounted);
        if (isEmpty) throw new FileFault("empty-file", "the file holds blank lines only");
    }

    findings(): readonly Finding[] {
        return [];
    }

    private tooLong(number: number, line: LongLine): Row {
        const detail = `the line is longer than ${this.limits.rowBytes} bytes`;
        return new BrokenRow(`line ${number}`, "row-too-long", detail, line.head, mask);
    }
}
