import { type ObjectLockRetentionMode, PutObjectLockConfigurationCommand, S3Client } from "@aws-sdk/client-s3";
import { optionalNumber, optionalText, part, text } from "./inputs.ts";
import type { Keeping, LiveResource } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        await clients.of(S3Client).send(
            new PutObjectLockConfigurationCommand({
                Bucket: text(resource, "bucket"),
                ObjectLockConfiguration: { ObjectLockEnabled: "Enabled", ...rule(resource) },
            }),
        );
    },
    async remove(resource, clients) {
        await clients.of(S3Client).send(
            new PutObjectLockConfigurationCommand({
                Bucket: text(resource, "bucket"),
                ObjectLockConfiguration: { ObjectLockEnabled: "Enabled" },
            }),
        );
    },
};

function rule(resource: LiveResource) {
    const retention = part(part(resource.inputs, "rule") ?? {}, "defaultRetention");
    if (retention === undefined) {
        return {};
    }
    const DefaultRetention = {
        Mode: optionalText(retention, "mode") as ObjectLockRetentionMode | undefined,
        Days: optionalNumber(retention, "days"),
        Years: optionalNumber(retention, "years"),
    };
    return { Rule: { DefaultRetention } };
}
