import assert from "node:assert/strict";
import type { Known } from "../../../../local/in-process/resources.ts";
import { judgeOnce } from "../../../../operations/guard/judge-once.ts";
import { paths } from "../../../../tools/paths.mjs";

/** What the program of the local stack consists of, with every value known. */
export async function theProgram(): Promise<readonly Known[]> {
    const { root, cache } = paths;
    const { report, judgement } = await judgeOnce({
        ...{ root, cache, stack: "local", program: "platform", withDetails: true },
    });
    assert.deepEqual(report.errors, []);
    return judgement?.details?.known ?? [];
}
