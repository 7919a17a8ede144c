import assert from "node:assert/strict";
import { PlatformKey, type PlatformKeyArgs } from "../../../infra/security/platform-key.ts";
import { deliveriesBy, logEncryption, trailEncryption } from "../../../infra/security/service-uses.ts";
import { ACCOUNT } from "../../support/infra-parts.ts";
import { allRegistered, created, protectedResources, recordResources, statements, value } from "../../support/mocks.ts";

const KEY = "aws:kms/key:Key";
const account = { AWS: `arn:aws:iam::${ACCOUNT}:root` };

async function create(args: Partial<PlatformKeyArgs> = {}): Promise<PlatformKey> {
    const component = new PlatformKey("k", { description: "A key", alias: "a/k", accountId: ACCOUNT, ...args });
    await allRegistered();
    return component;
}

describe("PlatformKey", () => {
    beforeEach(recordResources);

    it("rotates each year and is deleted only after 30 days", async () => {
        await create();
        const { policy, ...rest } = created(KEY, "k");
        assert.deepEqual(rest, { description: "A key", enableKeyRotation: true, deletionWindowInDays: 30 });
    });

    it("has a readable name", async () => {
        await create();
        const { name, targetKeyId } = created("aws:kms/alias:Alias", "k");
        assert.deepEqual([name, targetKeyId], ["alias/a/k", "key-of-k"]);
    });

    it("is administered by its account, which passes on its use and grants it to AWS services only", async () => {
        await create();
        const [administers, passesOn, grants, ...others] = statements(KEY, "k");
        assert.deepEqual(administers, {
            Sid: "AccountAdministers",
            Effect: "Allow",
            Principal: account,
            Action: [
                "kms:CancelKeyDeletion",
                "kms:CreateAlias",
                "kms:DeleteAlias",
                "kms:DescribeKey",
                "kms:DisableKey",
                "kms:EnableKey",
                "kms:EnableKeyRotation",
                "kms:GetKeyPolicy",
                "kms:GetKeyRotationStatus",
                "kms:ListGrants",
                "kms:ListKeyPolicies",
                "kms:ListResourceTags",
                "kms:PutKeyPolicy",
                "kms:RevokeGrant",
                "kms:ScheduleKeyDeletion",
                "kms:TagResource",
                "kms:UntagResource",
                "kms:UpdateAlias",
                "kms:UpdateKeyDescription",
            ],
            Resource: "*",
        });
        assert.deepEqual(passesOn, {
            Sid: "AccountPassesOnUse",
            Effect: "Allow",
            Principal: account,
            Action: [
                "kms:Decrypt",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo",
            ],
            Resource: "*",
        });
        assert.deepEqual(grants, {
            Sid: "AccountGrantsToServices",
            Effect: "Allow",
            Principal: account,
            Action: ["kms:CreateGrant"],
            Resource: "*",
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        });
        assert.deepEqual(others, []);
    });

    it("lets a service deliver on behalf of this account only", async () => {
        await create({ services: deliveriesBy(["s3"], ACCOUNT) });
        assert.deepEqual(statements(KEY, "k").slice(3), [
            {
                Effect: "Allow",
                Principal: { Service: "s3.amazonaws.com" },
                Action: ["kms:Decrypt", "kms:GenerateDataKey"],
                Resource: "*",
                Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
            },
        ]);
    });

    it("lets CloudWatch Logs encrypt the log groups of this account only", async () => {
        await create({ services: [logEncryption("eu-west-1", ACCOUNT)] });
        assert.deepEqual(statements(KEY, "k").slice(3), [
            {
                Effect: "Allow",
                Principal: { Service: "logs.eu-west-1.amazonaws.com" },
                Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
                Resource: "*",
                Condition: {
                    ArnLike: {
                        "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:*`,
                    },
                },
            },
        ]);
    });

    it("lets CloudTrail encrypt the one trail only", async () => {
        await create({ services: [trailEncryption("eu-west-1", ACCOUNT, "audit")] });
        assert.deepEqual(statements(KEY, "k").slice(3), [
            {
                Effect: "Allow",
                Principal: { Service: "cloudtrail.amazonaws.com" },
                Action: ["kms:DescribeKey", "kms:GenerateDataKey"],
                Resource: "*",
                Condition: {
                    StringEquals: { "aws:SourceArn": `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/audit` },
                },
            },
        ]);
    });

    it("grants writers data keys, and readers decryption", async () => {
        const key = await create();
        assert.deepEqual(await value(key.grantEncrypt()), [
            { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: "arn:kms:k" },
        ]);
        assert.deepEqual(await value(key.grantDecrypt()), [
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:k" },
        ]);
    });

    it("survives a destroy unless it is deletable", async () => {
        await create();
        assert.deepEqual(protectedResources(), [`${KEY} k`]);
        await recordResources();
        await create({ deletable: true });
        assert.deepEqual(protectedResources(), []);
    });
});
