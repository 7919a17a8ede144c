import type { Value } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { jsonObject, longest, oneOf, range } from "../../checks/common.ts";
import { policy } from "../../checks/policy.ts";
import { statementsOf, texts } from "../../permissions/statement.ts";
import type { TypeTable } from "../definition.ts";
import { arn, regional, tagged } from "./common.ts";

const SPECS = [
    "SYMMETRIC_DEFAULT",
    "HMAC_224",
    "HMAC_256",
    "HMAC_384",
    "HMAC_512",
    "RSA_2048",
    "RSA_3072",
    "RSA_4096",
    "ECC_NIST_P256",
    "ECC_NIST_P384",
    "ECC_NIST_P521",
    "ECC_SECG_P256K1",
    "SM2",
];

/** KMS takes no policy that nobody could change: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
function lockedOut(policy: Value): string | undefined {
    const statements = statementsOf(policy);
    const changeable = statements?.some(
        ({ Effect, Action }) =>
            Effect === "Allow" && texts(Action).some((one) => /^(\*|kms:(\*|Put\*|PutKeyPolicy))$/.test(one)),
    );
    return statements === undefined || changeable ? undefined : "must let somebody change it, by kms:PutKeyPolicy";
}

export const kms: TypeTable = {
    "aws:kms/key:Key": regional(
        tagged({
            id: (key) => key.uuid("key"),
            outputs: (key) => ({
                arn: arn(key, "kms", `key/${key.uuid("key")}`),
                keyId: key.uuid("key"),
                description: "",
                multiRegion: false,
                policy: accountPolicy(key.cloud.partition, key.cloud.accountId),
                ...(key.inputs.enableKeyRotation === true && { rotationPeriodInDays: 365 }),
            }),
            defaults: {
                bypassPolicyLockoutSafetyCheck: false,
                customerMasterKeySpec: "SYMMETRIC_DEFAULT",
                enableKeyRotation: false,
                isEnabled: true,
                keyUsage: "ENCRYPT_DECRYPT",
            },
            replaceOn: ["customerMasterKeySpec", "customKeyStoreId", "keyUsage", "multiRegion", "xksKeyId"],
            checks: [
                range("deletionWindowInDays", 7, 30, "days"),
                range("rotationPeriodInDays", 90, 2560, "days"),
                oneOf("customerMasterKeySpec", SPECS),
                oneOf("keyUsage", ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"]),
                longest("description", 8192),
                jsonObject("policy"),
                policy("policy", "resource"),
                each("policy", lockedOut),
                when(["customerMasterKeySpec", "keyUsage"], "keyUsage", ({ customerMasterKeySpec, keyUsage }) => {
                    const hmac = String(customerMasterKeySpec).startsWith("HMAC_");
                    if (hmac === (keyUsage === "GENERATE_VERIFY_MAC")) return undefined;
                    return `${keyUsage} does not fit a key of spec ${customerMasterKeySpec}`;
                }),
                when(["customerMasterKeySpec", "enableKeyRotation"], "enableKeyRotation", (inputs) =>
                    inputs.enableKeyRotation === true && inputs.customerMasterKeySpec !== "SYMMETRIC_DEFAULT"
                        ? `is only for symmetric encryption keys, not ${inputs.customerMasterKeySpec}`
                        : undefined,
                ),
            ],
        }),
    ),
    "aws:kms/alias:Alias": regional({
        name: {
            property: "name",
            prefixProperty: "namePrefix",
            start: "alias/",
            maxLength: 256,
            pattern: /^(?!aws\/)[\w/-]+$/,
            allowed: "letters, digits, /, _ and -, and not alias/aws/…",
        },
        id: (alias) => alias.physicalName,
        outputs: (alias) => ({
            arn: arn(alias, "kms", alias.physicalName),
            targetKeyArn: keyArn(alias.text("targetKeyId")) ?? arn(alias, "kms", `key/${alias.text("targetKeyId")}`),
        }),
        replaceOn: ["name", "namePrefix"],
        checks: [
            each("targetKeyId", (key) =>
                /^alias\/|:alias\//.test(String(key)) ? `must be the id or the ARN of a key, got ${key}` : undefined,
            ),
        ],
    }),
};

function keyArn(key: string): string | undefined {
    return key.startsWith("arn:") ? key : undefined;
}

/** The policy that KMS gives a key without one: the account decides by IAM. */
function accountPolicy(partition: string, accountId: string): string {
    const Principal = { AWS: `arn:${partition}:iam::${accountId}:root` };
    const Statement = [
        { Sid: "Enable IAM User Permissions", Effect: "Allow", Principal, Action: "kms:*", Resource: "*" },
    ];
    return JSON.stringify({ Version: "2012-10-17", Id: "key-default-1", Statement });
}
