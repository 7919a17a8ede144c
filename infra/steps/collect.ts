import { collected } from "../sources.ts";
import type { Parts, Step } from "./parts.ts";

/** Partner S3 and HTTPS ► S3 landing; run by the workflow. */
export function collect({ topics, storage, watermarks, sources }: Parts): Step {
    const roles = sources.flatMap((source) => (source.kind === "s3" ? [source.roleArn] : []));
    return {
        description: "Fetches new files from each configured source into landing",
        sources: [],
        environment: {
            SOURCES: JSON.stringify(collected(sources)),
            WATERMARKS_TABLE: watermarks.table.name,
            LANDING_BUCKET: storage.landing.bucket.bucket,
            DISCREPANCY_TOPIC_ARN: topics.discrepancies.arn,
        },
        grants: [
            ...watermarks.grantMove(),
            ...storage.landing.grantWrite(),
            ...topics.discrepancies.grantPublish(),
            ...[...new Set(roles)].map((role) => ({
                Effect: "Allow" as const,
                Action: ["sts:AssumeRole"],
                Resource: role,
            })),
        ],
    };
}
