import assert from "node:assert/strict";
import type { Rule } from "../../policies/core/rule.ts";
import { type Given, runRule, unknown } from "./run-rule.ts";

/** Cases of a rule at least: accepted, refused, absent or empty, unknown. */
const FEWEST = 4;

export interface RuleCase extends Partial<Given> {
    title: string;
    /** Other resources of the stack. */
    beside?: readonly Given[];
    /** Whether the component is left out in which the rule expects the others. */
    alone?: boolean;
    /** What the rule says of the resource: `property: what is wrong`, or `property is unknown`. */
    found: readonly string[];
}

/**
 * One test for each case. The resource is of the rule's first type unless a case says otherwise. `within` is a component
 * that stands beside the resources of each case but those that are alone.
 */
export function describeRule(rule: Rule, cases: readonly RuleCase[], within?: string): void {
    const around = within === undefined ? [] : [{ type: within, name: "around" }];
    const [first = "pulumi:pulumi:Stack"] = typeof rule.types === "function" ? [] : rule.types;
    describe(rule.name, () => {
        it("is held by four cases or more, one of them with a value that is not known yet", () => {
            assert.ok(cases.length >= FEWEST, `${cases.length} cases`);
            assert.ok(cases.some((one) => JSON.stringify(one).includes(unknown)));
        });

        for (const { title, beside = [], alone = false, found, ...given } of cases) {
            const others = [...beside, ...(alone ? [] : around)];
            it(title, async () => assert.deepEqual(await runRule(rule, [{ type: first, ...given }, ...others]), found));
        }
    });
}
