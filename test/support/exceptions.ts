import { stringify } from "yaml";
import type { Exception } from "../../policies/exceptions/exception.ts";

/** An exception that holds on 2026-03-01, with what a test changes. */
export function exception(changes: Partial<Exception> = {}): Exception {
    return {
        id: "EX-1",
        rule: "s3-access-logged",
        resource: "urn:pulumi:prod::*::landing",
        finding: "logging",
        category: "mitigated",
        reason: "CloudTrail data events record every access",
        owner: "ada@example.com",
        approver: "grace@example.com",
        ticket: "RISK-1",
        approved: "2026-02-01",
        expires: "2026-06-30",
        ...changes,
    };
}

/** The text of an exceptions file with these entries. */
export function yaml(...entries: object[]): string {
    return stringify(entries);
}
