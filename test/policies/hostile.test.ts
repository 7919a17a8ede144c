import assert from "node:assert/strict";
import { accessIn } from "../../policies/access/access.ts";
import { IDENTITY_POLICIES, RESOURCE_POLICIES } from "../../policies/checks/statements/policy-document.ts";
import type { ResourceRecord } from "../../policies/core/resource.ts";
import { graphOf } from "../../policies/core/run-rule.ts";
import { evaluate } from "../../policies/evaluate.ts";
import { formatFinding } from "../../policies/finding.ts";
import { compile } from "../../policies/pack/compile.ts";
import { rules } from "../../policies/rules/index.ts";
import { HOSTILE } from "../support/hostile-policies.ts";
import { analyse } from "../support/policy-server.ts";
import { programRecords } from "../support/program-records.ts";
import { noExceptions, record } from "../support/run-rule.ts";

const TYPES = [...RESOURCE_POLICIES, ...IDENTITY_POLICIES];
/** Every place in which one of these types keeps a policy. */
const everywhere = (policy: unknown) => ({
    arn: "arn:aws:s3:::one",
    ...Object.fromEntries(
        ["policy", "accessPolicy", "policyDocument", "resourcePolicy", "assumeRolePolicy"].map((name) => [
            name,
            policy,
        ]),
    ),
    inlinePolicies: [{ name: "one", policy }, policy],
});
/** Values that are no text at all, which a program in another language may hand over. */
const ODD: readonly unknown[] = [7, true, null, [], [[]], { Statement: { Effect: [] } }, [{ Statement: 7 }]];

describe("policies that nobody wrote in earnest", () => {
    for (const { title, text } of HOSTILE) {
        it(`are refused as ${title} in every type with a policy, and crash no rule, in the pack neither`, async () => {
            const given = TYPES.map((type) => ({ type, name: type, props: everywhere(text) }));
            const records = given.map((one) => record(one, given));
            const { findings } = evaluate(records, { exceptions: noExceptions() });
            const refused = findings.filter(({ rule }) => rule === "policy-readable").map(({ urn }) => urn);
            assert.deepEqual(
                records.filter(({ urn }) => !refused.includes(urn)).map(({ type }) => type),
                [],
            );
            const served = await analyse(
                compile(rules, { phase: () => "update", exceptions: noExceptions() }),
                records,
            );
            assert.deepEqual(
                served.map(({ urn, message }) => `${urn} ${message.split("\n").at(-1)}`).sort(),
                findings.map((one) => `${one.urn} ${formatFinding(one)}`).sort(),
            );
            assert.doesNotThrow(() => accessIn(graphOf(records)));
        });
    }

    it("crash no rule where they are no text at all", () => {
        for (const odd of ODD) {
            const given = TYPES.map((type) => ({ type, name: type, props: everywhere(odd) }));
            const records = given.map((one) => record(one, given));
            assert.doesNotThrow(() => evaluate(records, { exceptions: noExceptions() }), JSON.stringify(odd));
            assert.doesNotThrow(() => accessIn(graphOf(records)), JSON.stringify(odd));
        }
    });

    it("give nobody anything where they allow nothing that can be read, in the place of the policies of the whole program", async () => {
        const records = await programRecords("prod");
        const silent = HOSTILE.map(({ text }) => text)
            .filter((text) => !text.includes("Allow"))
            .slice(-2);
        for (const text of [...silent, ...ODD.slice(0, 2)]) {
            const access = accessIn(graphOf(records.map((one) => withPolicy(one, text))));
            // What is left is Azure's: role assignments are no policies.
            assert.deepEqual(
                access.filter(({ what }) => !/^(blob container|data factory) /.test(what)),
                [],
            );
        }
    });
});

function withPolicy(of: ResourceRecord, text: unknown): ResourceRecord {
    const replaced = (from: Record<string, unknown> = {}) =>
        Object.fromEntries(Object.entries(from).map(([name, value]) => [name, /policy$/i.test(name) ? text : value]));
    return { ...of, props: replaced(of.props), outputs: replaced(of.outputs) };
}
