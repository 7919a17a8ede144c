import type { ServiceUse } from "./key-policy.ts";
import { trailArn } from "./trail-name.ts";

/** Services that hand messages to encrypted queues and topics, only on behalf of this account. */
export function deliveriesBy(services: string[], accountId: string): ServiceUse[] {
    return services.map((service) => ({
        service: `${service}.amazonaws.com`,
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        condition: { StringEquals: { "aws:SourceAccount": accountId } },
    }));
}

/** CloudWatch Logs, for log groups of this account: it names the log group, not the account, in its requests. */
export function logEncryption(region: string, accountId: string): ServiceUse {
    return {
        service: `logs.${region}.amazonaws.com`,
        actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
        condition: {
            ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:log-group:*` },
        },
    };
}

/** CloudTrail, for the one trail of this name. */
export function trailEncryption(region: string, accountId: string, trail: string): ServiceUse {
    return {
        service: "cloudtrail.amazonaws.com",
        actions: ["kms:DescribeKey", "kms:GenerateDataKey"],
        condition: { StringEquals: { "aws:SourceArn": trailArn(region, accountId, trail) } },
    };
}
