import assert from "node:assert/strict";
import { inProduction } from "../../../policies/checks/held-to/production.ts";
import type { ResourceRule, StackRule } from "../../../policies/core/rule.ts";
import { type Given, runRule, unknown } from "../../support/run-rule.ts";

const RULE: ResourceRule = {
    name: "s3-not-emptied",
    scope: "resource",
    why: "Because.",
    severity: "high",
    controls: ["iso:A.5.33"],
    fix: "Remove it",
    types: ["aws:s3/bucket:Bucket"],
    check(bucket, judge) {
        if (bucket.name === "free" || !inProduction(bucket)) judge(bucket.at("a"), () => "is wrong everywhere");
        else judge(bucket.at("a"), (a) => (a.text() === "fine" ? undefined : "is wrong in production"));
    },
};
const IN_STACK: StackRule = { ...RULE, scope: "stack" };
const SAID =
    "a: is wrong in production; staging counts as production, as every stack but dev and local: " +
    "take deletionGuard, records, retention and scoring of stacks/staging.ts from stacks/prod.ts";

const found = async (rule: ResourceRule | StackRule, ...given: Partial<Given>[]) =>
    runRule(
        rule,
        given.map((one) => ({ type: "aws:s3/bucket:Bucket", props: { a: "x" }, ...one })),
    );

for (const rule of [RULE, IN_STACK]) {
    describe(`a stack that a rule of scope ${rule.scope} holds to the limits of production`, () => {
        it("is told so, and which settings meet them, when its name does not say it", async () => {
            assert.deepEqual(await found(rule, { stack: "staging" }), [SAID]);
        });

        it("is not told so when it is called prod, or when the rule asks everybody for the same", async () => {
            assert.deepEqual(await found(rule, { stack: "prod" }), ["a: is wrong in production"]);
            assert.deepEqual(await found(rule, { stack: "dev" }), ["a: is wrong everywhere"]);
            assert.deepEqual(await found(rule, { stack: "staging", name: "free" }), ["a: is wrong everywhere"]);
        });

        it("is told so of those resources only that the rule held to them", async () => {
            const both = [
                { stack: "staging", name: "one" },
                { stack: "staging", name: "free" },
            ];
            assert.deepEqual(await found(rule, ...both), [SAID, "free a: is wrong everywhere"]);
            assert.deepEqual(await found(rule, ...both.reverse()), ["a: is wrong everywhere", `one ${SAID}`]);
        });

        it("is told nothing of it where all is well or unknown", async () => {
            assert.deepEqual(await found(rule, { stack: "staging", props: { a: "fine" } }), []);
            assert.deepEqual(await found(rule, { stack: "staging", props: { a: unknown } }), ["a is unknown"]);
        });
    });
}
