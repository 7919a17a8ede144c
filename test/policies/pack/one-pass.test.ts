import assert from "node:assert/strict";
import type { ResourceRecord } from "../../../policies/core/resource.ts";
import type { Rule } from "../../../policies/core/rule.ts";
import { compile } from "../../../policies/pack/compile.ts";
import { OnePass } from "../../../policies/pack/one-pass.ts";
import type { PackContext } from "../../../policies/pack/report.ts";
import { rules } from "../../../policies/rules/index.ts";
import { hear, hearInOnePass } from "../../support/policy-server.ts";
import { programRecords } from "../../support/program-records.ts";
import { noExceptions, record, unknown } from "../../support/run-rule.ts";

const context = (): PackContext => ({ phase: () => "preview", exceptions: noExceptions() });

/** One of each type, as the program makes it, bare, and with what no preview knows. */
async function resources(): Promise<ResourceRecord[]> {
    const byType = new Map((await programRecords("prod")).map((resource) => [resource.type, resource]));
    return [...byType.values()].flatMap((resource, index) => {
        const unknowns = Object.fromEntries(Object.keys(resource.props).map((property) => [property, unknown]));
        return [
            resource,
            { ...resource, urn: `${resource.urn}-bare`, name: `bare-${index}`, props: {}, outputs: {} },
            { ...resource, urn: `${resource.urn}-new`, name: `new-${index}`, props: unknowns, outputs: unknowns },
        ];
    });
}

describe("one pass over the rules", () => {
    it("tells the engine what the policy SDK's own server tells it, and what does not apply", async () => {
        const all = await resources();
        const theirs = await hear(compile(rules, context()), all);
        const ours = await hearInOnePass(new OnePass(rules, context()), all);
        assert.ok(theirs.diagnostics.length > 100, `only ${theirs.diagnostics.length} findings`);
        assert.deepEqual(ours.diagnostics, theirs.diagnostics);
        assert.deepEqual(ours.notApplicable, theirs.notApplicable);
    });

    const rule: Rule = {
        name: "own",
        why: "Because.",
        severity: "high",
        controls: [],
        fix: "Set it",
        scope: "resource",
        types: ["aws:sqs/queue:Queue"],
        check: (queue, judge) => judge(queue.at("key"), (key) => (key.text() === "good" ? undefined : "is bad")),
    };
    const queue = record({ type: "aws:sqs/queue:Queue", name: "landing", props: { key: "bad" } });

    it("leaves out a rule that the pack's configuration switches off", async () => {
        const pass = new OnePass([rule], context());
        assert.equal((await hearInOnePass(pass, [queue])).diagnostics.length, 1);
        const { diagnostics, notApplicable } = await hearInOnePass(pass, [queue], ["own"]);
        assert.deepEqual(diagnostics, []);
        assert.deepEqual(notApplicable.flat(), []);
    });

    it("names the rule that fails by itself", async () => {
        const broken: Rule = {
            ...rule,
            check: () => {
                throw new TypeError("no such thing");
            },
        };
        await assert.rejects(hearInOnePass(new OnePass([broken], context()), [queue]), /policy 'own'.*no such thing/s);
    });
});
