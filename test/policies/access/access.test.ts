import assert from "node:assert/strict";
import { accessIn } from "../../../policies/access/access.ts";
import type { Access } from "../../../policies/access/access-to.ts";
import { graphOf } from "../../../policies/core/run-rule.ts";
import { type Given, record } from "../../support/run-rule.ts";

const ACCOUNT = "222222222222";
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/one`;
const document = (...Statement: object[]) => JSON.stringify({ Statement });
const role = (name: string, ...statements: object[]): Given => ({
    type: "aws:iam/role:Role",
    name,
    props: {
        arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
        name,
        assumeRolePolicy: document({
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
            Action: "sts:AssumeRole",
        }),
        inlinePolicies: [{ name: "one", policy: document(...statements) }],
    },
});
const fn = (name: string): Given => ({
    type: "aws:lambda/function:Function",
    name,
    props: {
        arn: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:${name}`,
        role: `arn:aws:iam::${ACCOUNT}:role/${name}`,
    },
});
const allow = (Action: string | string[], Resource: string, more: object = {}) => ({
    Effect: "Allow",
    Action,
    Resource,
    ...more,
});
const BUCKET: Given = {
    type: "aws:s3/bucket:Bucket",
    name: "records",
    props: { arn: "arn:aws:s3:::records-1", bucket: "records-1" },
};
const ENCRYPTION: Given = {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    name: "records",
    props: { bucket: "records-1", rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId: KEY } }] },
};
const DATA_KEY: Given = {
    type: "aws:kms/key:Key",
    name: "data",
    props: { arn: KEY, policy: document(allow("kms:Decrypt", "*", { Principal: { AWS: ACCOUNT } })) },
};
const bucketPolicy = (...statements: object[]): Given => ({
    type: "aws:s3/bucketPolicy:BucketPolicy",
    name: "records",
    props: { bucket: "records-1", policy: document(...statements) },
});

const lines = (...given: Given[]) =>
    accessIn(graphOf(given.map((one) => record(one, given)))).map(
        ({ what, who, may, path, onlyIf }: Access) =>
            `${who} may ${may} ${what} by ${path.join(" > ")}${onlyIf.length > 0 ? ` if ${onlyIf.join(", ")}` : ""}`,
    );
const READS = allow("s3:GetObject", "arn:aws:s3:::records-1/2026/*");

describe("access over the whole program", () => {
    it("is what a function's role allows on a part of a bucket", () => {
        assert.deepEqual(lines(role("report", READS), fn("report"), BUCKET), [
            "function report may read bucket records by role report",
        ]);
    });

    it("to what a key encrypts takes the key", () => {
        const program = [fn("report"), BUCKET, ENCRYPTION, DATA_KEY];
        const reading = (found: string[]) => found.filter((line) => line.includes("bucket records"));
        assert.deepEqual(reading(lines(role("report", READS), ...program)), []);
        assert.deepEqual(reading(lines(role("report", READS, allow("kms:Decrypt", KEY)), ...program)), [
            "function report may read bucket records by role report > key data",
        ]);
    });

    it("ends where the policy of the bucket denies it", () => {
        const denial = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };
        assert.deepEqual(lines(role("report", READS), fn("report"), BUCKET, bucketPolicy(denial)), []);
    });

    it("of others is told as of others", () => {
        const open = allow("s3:GetObject", "*", { Principal: { AWS: "arn:aws:iam::999999999999:root" } });
        assert.deepEqual(lines(BUCKET, bucketPolicy(open)), [
            "arn:aws:iam::999999999999:root, outside our accounts may read bucket records by policy of bucket records",
        ]);
        const narrowed = allow("s3:PutObject", "*", {
            Principal: { Service: "logging.s3.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
        });
        assert.deepEqual(lines(BUCKET, bucketPolicy(narrowed)), [
            `service logging.s3 may change bucket records by policy of bucket records if aws:sourceaccount is ${ACCOUNT}`,
        ]);
    });

    it("passes on from a role to the one that it may assume, if that trusts it", () => {
        const target = role("reader", READS);
        const trusting = {
            ...target,
            props: {
                ...target.props,
                assumeRolePolicy: document(allow("sts:AssumeRole", "*", { Principal: { AWS: ACCOUNT } })),
            },
        };
        const source = role("report", allow("sts:AssumeRole", `arn:aws:iam::${ACCOUNT}:role/reader`));
        assert.deepEqual(lines(source, fn("report"), trusting, BUCKET), [
            "function report may read bucket records by role report > role reader",
            "role reader may read bucket records by role reader",
        ]);
        assert.deepEqual(
            lines(source, fn("report"), target, BUCKET).filter((line) => line.startsWith("function")),
            [],
        );
    });

    it("crosses from one cloud to the other by a token, both ways", () => {
        const scope = "/subscriptions/one/resourceGroups/one/providers/Microsoft.DataFactory/factories/exchange";
        const azure: Given[] = [
            {
                type: "azure-native:managedidentity:UserAssignedIdentity",
                name: "asking",
                props: { id: "/asking", resourceName: "asking-1", principalId: "p-1" },
            },
            {
                type: "azure-native:datafactory:Factory",
                name: "exchange",
                props: { id: scope, identity: { userAssignedIdentities: ["/asking"] } },
            },
            {
                type: "azure-native:managedidentity:FederatedIdentityCredential",
                props: { resourceName: "asking-1", subject: `arn:aws:iam::${ACCOUNT}:role/request` },
            },
            {
                type: "azure-native:authorization:RoleAssignment",
                props: { principalId: "p-1", scope, roleDefinitionId: "/roleDefinitions/own" },
            },
            {
                type: "azure-native:authorization:RoleDefinition",
                name: "runs",
                props: {
                    roleDefinitionId: "own",
                    permissions: [{ actions: ["Microsoft.DataFactory/factories/pipelines/createrun/action"] }],
                },
            },
        ];
        const landing = role("landing", READS);
        const byToken = {
            ...landing,
            props: {
                ...landing.props,
                assumeRolePolicy: document({
                    ...{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity" },
                    Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/sts.windows.net/t/` },
                    Condition: { StringEquals: { "sts.windows.net/t/:sub": "p-1" } },
                }),
            },
        };
        assert.deepEqual(lines(role("request"), fn("request"), byToken, BUCKET, ...azure), [
            "data factory exchange may read bucket records by identity asking > role landing",
            "identity asking may read bucket records by role landing",
            "role landing may read bucket records by role landing",
            "function request may change data factory exchange by role request > token of the account > identity asking > role runs",
            "identity asking may change data factory exchange by role runs",
        ]);
    });

    it("of a role of Azure that nobody knows is all there is", () => {
        const id = "/subscriptions/one/factories/exchange";
        assert.deepEqual(
            lines(
                { type: "azure-native:datafactory:Factory", name: "exchange", props: { id } },
                {
                    type: "azure-native:authorization:RoleAssignment",
                    props: { principalId: "p", scope: id, roleDefinitionId: "/x/odd" },
                },
            ),
            ["read", "change", "delete"].map(
                (may) => `principal p of Azure may ${may} data factory exchange by role odd`,
            ),
        );
    });
});
