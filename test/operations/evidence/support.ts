import { type CompileArgs, compileEvidence } from "../../../operations/evidence/compile.ts";
import type { ResourceRecord } from "../../../policies/core/resource.ts";
import type { ResourceRule } from "../../../policies/core/rule.ts";
import type { Framework } from "../../../policies/frameworks/framework.ts";

export const QUEUE = "aws:sqs/queue:Queue";

export function queue(name: string, props: Record<string, unknown> = {}): ResourceRecord {
    const urn = `urn:pulumi:prod::compliance-platform::${QUEUE}::${name}`;
    return { urn, type: QUEUE, name, props };
}

/** Demands a key of every queue. */
export const keyed: ResourceRule = {
    name: "sqs-encrypted",
    scope: "resource",
    why: "Queues carry <personal> data.",
    severity: "high",
    controls: ["pci:3.5.1"],
    fix: "Set kmsMasterKeyId",
    types: [QUEUE],
    check: (resource, judge) =>
        judge(resource.at("kmsMasterKeyId"), (key) => (key.text() === undefined ? "is not set" : undefined)),
};

/** Is about something that no stack here has. */
export const ofTables: ResourceRule = {
    ...keyed,
    name: "dynamodb-encrypted",
    controls: ["pci:3.6.1"],
    types: ["aws:dynamodb/table:Table"],
};

export const frameworks: Readonly<Record<string, Framework>> = {
    pci: {
        name: "PCI DSS",
        version: "4.0.1",
        requirements: {
            "3.5.1": { title: "Stored card numbers are unreadable" },
            "3.6.1": { title: "Keys are protected" },
            "11.4.1": { title: "Penetration tests are made", gap: "none is on record" },
            "6.5.1": {
                title: "Changes follow a procedure",
                beside: "a matter of review",
                where: [".github/CODEOWNERS"],
            },
        },
    },
};

export function exceptionText(changes: Readonly<Record<string, string>> = {}): string {
    const fields = {
        id: "EX-1",
        rule: "sqs-encrypted",
        resource: "urn:pulumi:prod::compliance-platform::*::bulk",
        finding: "kmsMasterKeyId",
        category: "waiver",
        reason: "empty until autumn",
        owner: "ada@bank.example",
        approver: "grace@bank.example",
        ticket: "RISK-7",
        approved: "2026-01-15",
        expires: "2026-06-30",
        ...changes,
    };
    return `- ${Object.entries(fields)
        .map(([name, value]) => `${name}: "${value}"`)
        .join("\n  ")}\n`;
}

export function evidence(changes: Partial<CompileArgs> = {}) {
    return compileEvidence({
        stack: "prod",
        project: "compliance-platform",
        records: [queue("bulk", { kmsMasterKeyId: "key" })],
        rules: [keyed, ofTables],
        frameworks,
        exceptions: "[]",
        day: "2026-03-01",
        madeFrom: { sha256: "f".repeat(64), files: [{ path: "infra/index.ts", sha256: "a".repeat(64) }] },
        ...changes,
    });
}
