import { type QuarantineLine, rowsKey } from "../../../contract/files/quarantine.ts";
import { maskedWhereRefused } from "../../adapters/card-guard.ts";
import type { ObjectWriter } from "../../adapters/objects.ts";
import type { Job } from "../job.ts";

const PART_LINES = 1000;

/** Writes refused rows in parts of bounded size, each named by its first row: a retry writes the same parts again. */
export class QuarantineParts {
    private readonly writer: ObjectWriter;
    private readonly job: Job;
    private waiting: { row: number; text: string }[] = [];

    constructor(writer: ObjectWriter, job: Job) {
        this.writer = writer;
        this.job = job;
    }

    add(row: number, line: QuarantineLine): void {
        // Masked already; whatever that missed must not keep the rows of a file from being put aside.
        this.waiting.push({ row, text: `${maskedWhereRefused(JSON.stringify(line))}\n` });
    }

    /** Writes the parts that are full. */
    async flow(): Promise<void> {
        while (this.waiting.length >= PART_LINES) await this.write(this.waiting.splice(0, PART_LINES));
    }

    /** Every line added so far is kept when this returns. */
    async flush(): Promise<void> {
        await this.flow();
        if (this.waiting.length > 0) await this.write(this.waiting.splice(0));
    }

    private async write(lines: readonly { row: number; text: string }[]): Promise<void> {
        const key = rowsKey(this.job.key, this.job.version, lines[0]?.row ?? 0);
        await this.writer.write(key, lines.map(({ text }) => text).join(""), "application/x-ndjson");
    }
}
