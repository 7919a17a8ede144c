import { readFileSync } from "node:fs";
import { join } from "node:path";
import { jsonStringify } from "@pulumi/pulumi";
import type { Parts, Step } from "./parts.ts";

/** Athena ► S3 reports, and who reads them is told; run by the workflow. */
export function report({ topics, storage, reports }: Parts): Step {
    return {
        description: "Asks the regulatory questions of a day and files the answers with their hashes",
        sources: [],
        environment: {
            QUERIES: jsonStringify(reports.queryIds),
            REPORTS_BUCKET: storage.reports.bucket.bucket,
            DISCREPANCY_TOPIC_ARN: topics.discrepancies.arn,
            PROGRAM_VERSION: programVersion(),
        },
        grants: [
            ...reports.grantRun(),
            ...reports.grantQuery(),
            ...storage.reports.grantWrite(),
            ...storage.reports.grantLookUp(),
            ...topics.discrepancies.grantPublish(),
        ],
    };
}

/** As `package.json` has it. */
function programVersion(): string {
    return JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")).version;
}
