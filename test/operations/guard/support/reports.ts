import type { GuardReport, Placed } from "../../../../operations/guard/report.ts";
import type { Finding } from "../../../../operations/preview/report.ts";

export const PLACE = { file: "infra/ingest/work-queue.ts", line: 67, column: 22 };

export function finding(urn: string, change: Partial<Placed<Finding>> = {}): Placed<Finding> {
    return {
        rule: "sqs-encrypted",
        severity: "high",
        status: "violation",
        urn,
        property: "kmsMasterKeyId",
        message: "is not set. Fix: Set it.",
        place: PLACE,
        ...change,
    };
}

export function reportWith(findings: Placed<Finding>[], errors: string[] = []): GuardReport {
    const faults = errors.map((message) => ({ message }));
    return { stack: "prod", offline: true, resources: [], findings, rules: 3, errors, faults, seconds: 1.25 };
}
