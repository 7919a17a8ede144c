import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { Resource } from "@pulumi/pulumi";
import type { PlatformKey } from "../security/platform-key.ts";

/** Who connected, what changed about users, and every statement. */
export const LOG_EXPORTS = ["connectionlog", "userlog", "useractivitylog"] as const;

export interface AuditLogsArgs {
    /** Name of the namespace; Redshift makes the names of the log groups from it. */
    namespace: string;
    /** Key that encrypts them. */
    key: PlatformKey;
    /** Days for which they are kept. */
    retentionDays: number;
}

/** The log groups that Redshift writes to. */
export function auditLogs(parent: Resource, name: string, args: AuditLogsArgs): LogGroup[] {
    const { namespace, key, retentionDays } = args;
    return LOG_EXPORTS.map(
        (log) =>
            new LogGroup(
                `${name}-${log}`,
                {
                    name: `/aws/redshift/${namespace}/${log}`,
                    kmsKeyId: key.arn,
                    retentionInDays: retentionDays,
                    tags: { retention: `${retentionDays}-days` },
                },
                { parent },
            ),
    );
}
