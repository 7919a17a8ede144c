import assert from "node:assert/strict";
import type { ResourceRule, StackRule } from "../../../policies/core/rule.ts";
import { ExceptionRegister } from "../../../policies/exceptions/register.ts";
import type { Phase } from "../../../policies/finding.ts";
import { compile } from "../../../policies/pack/compile.ts";
import { rules } from "../../../policies/rules/index.ts";
import { exception } from "../../support/exceptions.ts";
import { analyse } from "../../support/policy-server.ts";
import { noExceptions, record, unknown } from "../../support/run-rule.ts";

const TEXT = { why: "Because.", severity: "high", controls: ["pci:3.5.1", "iso:A.8.24"], fix: "Set it" } as const;
const QUEUE = "aws:sqs/queue:Queue";
const own: ResourceRule = {
    ...TEXT,
    name: "own",
    scope: "resource",
    types: [QUEUE],
    check: (queue, judge) => judge(queue.at("key"), (key) => (key.text() === "good" ? undefined : "is bad")),
};
const around: StackRule = { ...own, name: "around", scope: "stack" };

function found(rule: ResourceRule | StackRule, phase: Phase, key: string, exceptions = noExceptions()) {
    const policies = compile([rule], { phase: () => phase, exceptions });
    return analyse(policies, [record({ type: QUEUE, name: "landing", props: { key } })]);
}

for (const rule of [own, around]) {
    describe(`compile, for a rule about ${rule.scope === "stack" ? "the graph" : "single resources"}`, () => {
        it("reports a violation as mandatory in every phase, with the reason in front", async () => {
            for (const phase of ["offline", "preview", "update"] as const) {
                const [diagnostic, ...others] = await found(rule, phase, "other");
                assert.deepEqual(others, []);
                assert.equal(diagnostic?.level, "mandatory");
                assert.equal(diagnostic?.message, "Because.\nkey: is bad. Fix: Set it.");
                assert.match(diagnostic?.urn ?? "", /::landing$/);
            }
        });

        it("never lets the SDK turn an unknown value into its own advice", async () => {
            const levels = { offline: "mandatory", preview: "advisory", update: "mandatory" } as const;
            for (const phase of ["offline", "preview", "update"] as const) {
                const [diagnostic, ...others] = await found(rule, phase, unknown);
                assert.deepEqual(others, []);
                assert.equal(diagnostic?.rule, rule.name);
                assert.equal(diagnostic?.level, levels[phase]);
                assert.match(
                    diagnostic?.message ?? "",
                    /^Because\.\n\[inconclusive\] key: is not known before the update\./,
                );
            }
        });

        it("reports the use of an exception as advice", async () => {
            const accepted = exception({ rule: rule.name, finding: "key" });
            const register = new ExceptionRegister({ exceptions: [accepted], faults: [] }, "2026-03-01");
            const [diagnostic, ...others] = await found(rule, "update", "other", register);
            assert.deepEqual(others, []);
            assert.equal(diagnostic?.level, "advisory");
            assert.match(diagnostic?.message ?? "", /\[excepted by EX-1 until 2026-06-30\] key: is bad\./);
        });

        it("blocks on an exception of no use", async () => {
            const accepted = exception({ rule: rule.name, finding: "key" });
            const register = new ExceptionRegister({ exceptions: [accepted], faults: [] }, "2026-03-01");
            const [diagnostic, ...others] = await found(rule, "update", "good", register);
            assert.deepEqual(others, []);
            assert.equal(diagnostic?.rule, "exceptions-valid");
            assert.equal(diagnostic?.level, "mandatory");
        });

        it("keeps apart two runs over different stacks", async () => {
            const policies = compile([rule], { phase: () => "update", exceptions: noExceptions() });
            const bad = record({ type: QUEUE, props: { key: "bad" } });
            const good = record({ type: QUEUE, props: { key: "good" } });
            assert.equal((await analyse(policies, [bad])).length, 1);
            assert.equal((await analyse(policies, [good])).length, 0);
        });
    });
}

describe("compile", () => {
    const policies = compile(rules, { phase: () => "update", exceptions: noExceptions() });

    it("makes one policy of each rule, and one of the exceptions, last", () => {
        assert.deepEqual(
            policies.map(({ name }) => name),
            [...rules.map(({ name }) => name), "exceptions-valid"],
        );
    });

    it("tells the engine severity, framework, controls and remediation, all mandatory", () => {
        for (const policy of policies.slice(0, -1)) {
            assert.equal(policy.enforcementLevel, "mandatory");
            assert.ok(policy.severity);
            assert.ok(policy.framework?.reference);
            assert.ok(policy.tags?.length);
            assert.match(policy.remediationSteps ?? "", /\.$/);
        }
        const { framework, tags } = policies.find(({ name }) => name === "sqs-encrypted") ?? {};
        assert.deepEqual(framework, {
            name: "PCI DSS",
            version: "4.0.1",
            reference: "3.5.1",
            specification: "Stored card numbers are unreadable",
        });
        assert.deepEqual(tags, ["pci:3.5.1", "nist:SC-28(1)", "iso:A.8.24"]);
    });
});
