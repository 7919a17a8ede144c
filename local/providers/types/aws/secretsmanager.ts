import { when } from "../../checks/check.ts";
import { jsonObject, range, required } from "../../checks/common.ts";
import { policy } from "../../checks/policy.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { arn, regional, tagged } from "./common.ts";

export const secretsmanager: TypeTable = {
    "aws:secretsmanager/secret:Secret": regional(
        tagged({
            name: {
                property: "name",
                prefixProperty: "namePrefix",
                maxLength: 512,
                pattern: /^[\w/+=.@-]+$/,
                allowed: "letters, digits and /_+=.@-",
            },
            id: secretArn,
            outputs: (secret) => ({ arn: secretArn(secret), description: "", policy: "", replicas: [] }),
            defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
            replaceOn: ["name", "namePrefix"],
            checks: [
                jsonObject("policy"),
                policy("policy", "resource"),
                when(["recoveryWindowInDays"], "recoveryWindowInDays", ({ recoveryWindowInDays: days }) =>
                    days === 0 || (Number(days) >= 7 && Number(days) <= 30)
                        ? undefined
                        : `must be 0 or from 7 to 30 days, got ${days}`,
                ),
            ],
        }),
    ),
    "aws:secretsmanager/secretVersion:SecretVersion": regional({
        id: (version) => `${version.text("secretId")}|${version.uuid("version")}`,
        outputs: (version) => ({
            arn: version.text("secretId"),
            versionId: version.uuid("version"),
            versionStages: ["AWSCURRENT"],
            hasSecretStringWo: false,
        }),
        replaceOn: ["secretId", "secretString", "secretBinary", "secretStringWoVersion"],
        checks: [required("secretId"), range("secretStringWoVersion", 0, 2_147_483_647)],
        secretOutputs: ["secretString", "secretBinary"],
    }),
};

/** Secrets Manager adds six random characters to the name. */
function secretArn(secret: ResourceView): string {
    return arn(secret, "secretsmanager", `secret:${secret.physicalName}-${secret.hex("arn", 6)}`);
}
