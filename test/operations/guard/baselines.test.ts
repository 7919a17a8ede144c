import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asLines } from "../../../operations/access/as-text.ts";
import { baseline } from "../../../operations/baselines/baseline.ts";
import { difference } from "../../../operations/baselines/difference.ts";
import { accessFile, baselineFile } from "../../../operations/baselines/files.ts";
import { plannedOf, type Stated } from "../../../operations/baselines/planned.ts";
import { judgeOnce } from "../../../operations/guard/judge-once.ts";
import { accessIn } from "../../../policies/access/access.ts";
import { graphOf } from "../../../policies/core/run-rule.ts";
import { paths } from "../../../tools/paths.mjs";
import { knownStacks, localStack } from "../../../tools/pulumi/stacks.mjs";
import { asStated, comparable } from "./support/comparable.ts";

describe("what the guardrails in process know of a stack", () => {
    const cache = mkdtempSync(join(tmpdir(), "guard-"));
    after(() => rmSync(cache, { recursive: true, force: true }));

    for (const stack of knownStacks(paths)) {
        it(`is, of ${stack}, what the engine wrote into its baseline, with who reaches what, and has no finding`, async () => {
            const question = { root: paths.root, cache, stack, program: "platform", withDetails: true } as const;
            const { report, judgement } = await judgeOnce(question);
            const known = judgement?.details?.known ?? [];
            const states = comparable(known.map(asStated)) as Record<string, Stated>;
            const made = baseline(
                stack,
                known.flatMap(({ urn, custom }) => plannedOf({ ...(states[urn] as Stated), custom }) ?? []),
            );
            // First the lines that differ, which are readable; then the whole, with its order.
            const written = readFileSync(join(paths.root, baselineFile(stack)), "utf8");
            assert.deepEqual(difference(written, made), []);
            assert.equal(made, written);
            assert.deepEqual([report.errors, report.findings], [[], []]);
            const access = asLines(stack, accessIn(graphOf(judgement?.details?.records ?? [])));
            assert.equal(access, readFileSync(join(paths.root, accessFile(stack)), "utf8"));
        });
    }

    for (const stack of knownStacks(paths).filter((name) => name !== localStack)) {
        it(`has no finding in what comes before ${stack}`, async () => {
            const { report } = await judgeOnce({ root: paths.root, cache, stack, program: "bootstrap" });
            assert.deepEqual([report.errors, report.findings], [[], []]);
            assert.ok(report.resources.length > 20);
        });
    }
});
