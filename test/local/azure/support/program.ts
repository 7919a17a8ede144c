import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Known } from "../../../../local/in-process/resources.ts";
import { judgeOnce } from "../../../../operations/guard/judge-once.ts";
import { paths } from "../../../../tools/paths.mjs";

/** What the program of the local stack consists of, with every value known. */
export async function theProgram(): Promise<readonly Known[]> {
    const cache = mkdtempSync(join(tmpdir(), "exchange-program-"));
    try {
        const question = { root: paths.root, cache, stack: "local", program: "platform", withDetails: true } as const;
        const { report, judgement } = await judgeOnce(question);
        assert.deepEqual(report.errors, []);
        return judgement?.details?.known ?? [];
    } finally {
        rmSync(cache, { recursive: true, force: true });
    }
}
