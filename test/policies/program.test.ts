import assert from "node:assert/strict";
import type { ResourceRecord } from "../../policies/core/resource.ts";
import { evaluate } from "../../policies/evaluate.ts";
import { formatFinding } from "../../policies/finding.ts";
import { compile } from "../../policies/pack/compile.ts";
import { rules } from "../../policies/rules/index.ts";
import { stackNames } from "../../stacks/settings-of.ts";
import { owningAll } from "../support/owning-all.ts";
import { analyse } from "../support/policy-server.ts";
import { programRecords } from "../support/program-records.ts";
import { noExceptions } from "../support/run-rule.ts";
import { isSafeguard } from "../support/safeguards.ts";

const alone = rules.filter(({ scope }) => scope === "resource");
const together = rules.filter(({ scope }) => scope === "stack");

const check = (records: readonly ResourceRecord[]) => evaluate(records, { exceptions: noExceptions() });
const finds = (records: readonly ResourceRecord[], asked: typeof rules) =>
    evaluate(records, { exceptions: noExceptions(), rules: asked }).findings.length > 0;

/**
 * Whether a program without a finding has one with another resource in the place of one. A rule that sees one resource at a
 * time says of the others what it said before, so it is asked of the changed one alone.
 */
function notices(records: readonly ResourceRecord[], of: ResourceRecord, changed: ResourceRecord): boolean {
    if (finds([changed], alone)) return true;
    return finds(
        records.map((one) => (one === of ? changed : one)),
        together,
    );
}

/** Types of which no stack may lose a single one. */
const NEEDED =
    /^(aws:(s3\/bucket[A-Z](?!.*(Notification|Objectv2))|sqs\/queuePolicy|sns\/topic(Policy|Subscription)|cloudtrail\/|cloudwatch\/|ec2\/(flowLog|default)|redshiftserverless\/usageLimit|sagemaker\/modelPackageGroupPolicy|appautoscaling\/|lambda\/eventSource|budgets\/|quicksight\/refreshSchedule)|azure-native:(monitor|consumption):)/;

for (const stack of stackNames) {
    describe(`guardrails over the program for ${stack}`, () => {
        let records: readonly ResourceRecord[];
        before(async () => {
            records = await programRecords(stack);
        });

        it("find nothing wrong, and decide everything", () => {
            const { findings, checked } = check(records);
            assert.deepEqual(
                findings.map((finding) => `${finding.rule} ${finding.urn} ${formatFinding(finding)}`),
                [],
            );
            assert.ok(Object.values(checked).reduce((sum, count) => sum + count, 0) > 500);
        });
    });
}

describe("guardrails over the program for prod with all that exists once", () => {
    // Each change is judged over the whole program.
    let records: readonly ResourceRecord[];
    before(async () => {
        records = await programRecords("prod", { settings: owningAll("prod") });
        assert.deepEqual(check(records).findings, []);
    });

    it("judge each resource type of the program by a rule of its own, or by one about what it belongs to", () => {
        const judged = new Set(
            records
                .filter(({ type }) => rules.some((rule) => Array.isArray(rule.types) && rule.types.includes(type)))
                .map(({ type }) => type),
        );
        const rest = [...new Set(records.map(({ type }) => type))].filter(
            (type) => !judged.has(type) && !/^(compliance|awsx):/.test(type),
        );
        assert.deepEqual(rest.filter((type) => !NEEDED.test(type)).sort(), [
            "aws:kms/alias:Alias",
            "aws:lambda/invocation:Invocation",
            "aws:quicksight/group:Group",
            "aws:s3/bucketNotification:BucketNotification",
        ]);
    });

    it("say the same in the pack and in process, also when much is wrong", async () => {
        const broken = records.map((record) => ({ ...record, props: {}, outputs: { ...record.outputs, policy: "" } }));
        const policies = compile(rules, { phase: () => "update", exceptions: noExceptions() });
        const sorted = (lines: string[]) => lines.sort();
        for (const one of [records, broken]) {
            const served = await analyse(policies, one);
            const { findings } = check(one);
            assert.deepEqual(
                sorted(served.map(({ rule, urn, message }) => `${rule} ${urn} ${message.split("\n").at(-1)}`)),
                sorted(findings.map((finding) => `${finding.rule} ${finding.urn} ${formatFinding(finding)}`)),
            );
        }
    });

    it("notice when any one resource that safeguards another is missing", () => {
        const unnoticed = records.filter(
            (missing) =>
                NEEDED.test(missing.type) &&
                !finds(
                    records.filter((record) => record !== missing),
                    together,
                ),
        );
        assert.deepEqual(
            unnoticed.map(({ type, name }) => `${type} ${name}`),
            [],
        );
    });

    it("notice when any one setting that safeguards something is left out", () => {
        const unnoticed: string[] = [];
        for (const record of records) {
            for (const property of Object.keys(record.props).filter((name) => isSafeguard(record, name))) {
                const without = (from: Record<string, unknown> = {}) => ({ ...from, [property]: undefined });
                const changed = {
                    ...record,
                    props: without(record.props),
                    outputs: without(record.outputs),
                    propertyDependencies: {},
                };
                if (!notices(records, record, changed)) unnoticed.push(`${record.type} ${record.name} ${property}`);
            }
        }
        assert.deepEqual(unnoticed, []);
    });

    it("notice when any one denial or condition of a policy is left out", () => {
        const unnoticed: string[] = [];
        for (const record of records) {
            if (typeof record.props.policy !== "string" || record.type.startsWith("aws:iam/")) continue;
            const { Statement } = JSON.parse(record.props.policy) as { Statement: { Effect: string; Sid?: string }[] };
            Statement.forEach((statement, index) => {
                if (!("Condition" in statement)) return;
                const { Condition: _, ...bare } = statement;
                const rest = Statement.filter((_, at) => at !== index);
                const policy = JSON.stringify({ Statement: statement.Effect === "Deny" ? rest : [...rest, bare] });
                const changed = {
                    ...record,
                    props: { ...record.props, policy },
                    outputs: { ...record.outputs, policy },
                };
                if (!notices(records, record, changed)) {
                    unnoticed.push(`${record.type} ${record.name} ${statement.Sid ?? index}`);
                }
            });
        }
        assert.deepEqual(unnoticed, []);
    });

    it("notice when protection from deletion is taken off what holds data", () => {
        const kept = records.filter(({ opts }) => opts?.protect);
        assert.ok(kept.length > 15);
        const unnoticed = kept.filter((record) => !notices(records, record, { ...record, opts: { protect: false } }));
        assert.deepEqual(
            unnoticed.map(({ type, name }) => `${type} ${name}`),
            [],
        );
    });
});
