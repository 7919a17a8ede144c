import assert from "node:assert/strict";
import type { Rule } from "../../policies/core/rule.ts";
import { type Given, runRule } from "./run-rule.ts";

export interface RuleCase extends Partial<Given> {
    title: string;
    /** Other resources of the stack. */
    beside?: readonly Given[];
    /** What the rule says of the resource: `property: what is wrong`, or `property is unknown`. */
    found: readonly string[];
}

/** One test for each case. The resource is of the rule's first type unless a case says otherwise. */
export function describeRule(rule: Rule, cases: readonly RuleCase[]): void {
    const [first = "pulumi:pulumi:Stack"] = typeof rule.types === "function" ? [] : rule.types;
    describe(rule.name, () => {
        for (const { title, beside = [], found, ...given } of cases) {
            it(title, async () => assert.deepEqual(await runRule(rule, [{ type: first, ...given }, ...beside]), found));
        }
    });
}
