import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Judged } from "../../../operations/exceptions/looked.ts";
import type { Finding } from "../../../operations/preview/report.ts";
import { paths } from "../../../tools/paths.mjs";

export const DAY = { today: "2026-03-01", rules: ["s3-access-logged", "sqs-encrypted"] };

/** The file as it is committed, with what it tells the reader. */
export const committed = readFileSync(join(paths.policyPack, "exceptions.yaml"), "utf8");

export function finding(changes: Partial<Finding> = {}): Finding {
    return {
        rule: "s3-access-logged",
        severity: "high",
        status: "violation",
        urn: "urn:pulumi:prod::p::a:b:C$aws:s3/bucket:Bucket::landing",
        property: "logging",
        message: "is not set. Fix: Set it.",
        ...changes,
    };
}

export function judged(findings: Finding[], changes: Partial<Judged> = {}): Judged {
    return { stack: "prod", project: "p", findings, ...changes };
}
