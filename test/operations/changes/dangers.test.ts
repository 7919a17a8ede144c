import assert from "node:assert/strict";
import type { Known } from "../../../local/in-process/resources.ts";
import { secret } from "../../../local/store/signatures.ts";
import { changesBetween } from "../../../operations/changes/between.ts";
import { dangersOf } from "../../../operations/changes/dangers/index.ts";
import { known } from "./support/known.ts";

const told = (before: Known[], after: Known[]) => {
    const { data, exposure, permissions } = dangersOf(changesBetween(before, after));
    return [...data, ...exposure, ...permissions].map(
        ({ severity, resource, what }) => `${severity}: ${resource} ${what}`,
    );
};
const BUCKET = "aws:s3/bucket:Bucket";
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const policy = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

describe("what is dangerous about a change", () => {
    const blocked = (name: string, on = true) =>
        known("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name, {
            bucket: "files-0a1b2c3",
            blockPublicAcls: on,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        });
    const bucket = (more: Partial<Known> = {}) =>
        known(BUCKET, "files", { __defaults: ["bucket"], bucket: "files-0a1b2c3" }, { id: "files-0a1b2c3", ...more });

    it("is a bucket that goes, with what is in it, and whether that is stopped", () => {
        assert.deepEqual(told([bucket(), blocked("files")], [blocked("files")]), [
            "critical: Bucket::files is deleted, with all objects in it",
        ]);
        assert.deepEqual(told([bucket({ protect: true }), blocked("files")], [blocked("files")]), [
            "critical: Bucket::files is deleted, with all objects in it; it is protected, so the update stops there",
        ]);
    });

    it("is not a bucket that stays in the cloud, but that nobody manages it any more", () => {
        assert.deepEqual(told([bucket({ retainOnDelete: true }), blocked("files")], [blocked("files")]), [
            "medium: Bucket::files is given up: it stays in the cloud, and nobody manages it any more",
        ]);
    });

    it("is not what the program wants ignored", () => {
        const table = (hashKey: string) =>
            known("aws:dynamodb/table:Table", "ledger", { hashKey }, { ignoreChanges: ["hashKey"] });
        assert.deepEqual(told([table("id")], [table("key")]), []);
    });

    it("is protection that is taken off", () => {
        assert.deepEqual(told([bucket({ protect: true }), blocked("files")], [bucket(), blocked("files")]), [
            "high: Bucket::files loses its protection: the next change may delete it",
        ]);
    });

    it("is a bucket without anything that blocks public access", () => {
        assert.deepEqual(told([bucket(), blocked("files")], [bucket()]), [
            "critical: Bucket::files has nothing that blocks public access",
        ]);
    });

    for (const { title, type, before, after, says } of [
        {
            title: "a group that lets everybody in",
            type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            before: { cidrIpv4: "10.0.0.0/8" },
            after: { cidrIpv4: "0.0.0.0/0" },
            says: "critical: SecurityGroupIngressRule::it lets in connections from anywhere",
        },
        {
            title: "a route that asks for no token any more",
            type: "aws:apigatewayv2/route:Route",
            before: { routeKey: "POST /x", authorizationType: "JWT" },
            after: { routeKey: "POST /x", authorizationType: "NONE" },
            says: "critical: Route::it answers calls without a token",
        },
        {
            title: "a factory that is reachable from every network",
            type: "azure-native:datafactory:Factory",
            before: { publicNetworkAccess: "Disabled" },
            after: { publicNetworkAccess: "Enabled" },
            says: "critical: Factory::it is reachable from every network",
        },
        {
            title: "old versions that are no longer kept",
            type: "aws:s3/bucketVersioning:BucketVersioning",
            before: { versioningConfiguration: { status: "Enabled" } },
            after: { versioningConfiguration: { status: "Suspended" } },
            says: "high: BucketVersioning::it no longer keeps old versions (versioningConfiguration.status)",
        },
        {
            title: "records that are locked for less",
            type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
            before: { rule: { defaultRetention: { mode: "COMPLIANCE", days: 3650 } } },
            after: { rule: { defaultRetention: { mode: "COMPLIANCE", days: 30 } } },
            says: "high: BucketObjectLockConfiguration::it keeps for 30 days or years in place of 3650 (rule.defaultRetention.days)",
        },
        {
            title: "a log that begins to expire",
            type: "aws:cloudwatch/logGroup:LogGroup",
            before: {},
            after: { retentionInDays: 7 },
            says: "high: LogGroup::it keeps for 7 days only (retentionInDays)",
        },
    ]) {
        it(`is ${title}`, () =>
            assert.deepEqual(told([known(type, "it", before)], [known(type, "it", after)]), [says]));
    }

    it("is a denial that is gone", () => {
        const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::files/*" };
        const before = known("aws:s3/bucketPolicy:BucketPolicy", "files", { policy: policy(deny) });
        const after = known("aws:s3/bucketPolicy:BucketPolicy", "files", { policy: policy() });
        assert.deepEqual(told([before], [after]), ["high: everybody is no longer denied s3:* on arn:aws:s3:::files/*"]);
    });

    it("is a role that gets a policy of AWS", () => {
        const attachment = known("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "it", {
            role: "screen-role",
            policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
        });
        assert.deepEqual(told([], [attachment]), [
            "high: screen-role may now whatever arn:aws:iam::aws:policy/AdministratorAccess allows on *",
        ]);
    });

    it("is a role of Azure that somebody gets, by what it allows", () => {
        const identity = known(
            "azure-native:managedidentity:UserAssignedIdentity",
            "asking",
            {},
            { outputs: { principalId: "p-1" } },
        );
        const assigned = (role: string) =>
            known("azure-native:authorization:RoleAssignment", "it", {
                principalId: "p-1",
                roleDefinitionId: `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${role}`,
                scope: "/subscriptions/s/resourceGroups/g",
            });
        const [reader, owner] = ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"];
        assert.deepEqual(
            told([identity, assigned(reader)], [identity, assigned(owner)]).filter((line) => /may now/.test(line)),
            [
                "high: UserAssignedIdentity::asking may now whatever the role Owner allows on /subscriptions/s/resourceGroups/g",
            ],
        );
    });

    it("never shows a secret that is part of it", () => {
        const secretly = (value: string) => known("aws:sqs/queue:Queue", "it", { tags: { note: secret(value) } });
        const changes = changesBetween([secretly("canary-one")], [secretly("canary-two")]);
        assert.deepEqual(
            changes.changes.map(({ operation, properties }) => [operation, properties]),
            [
                [
                    "update",
                    [{ path: "tags.note", kind: "update", replaces: false, before: "[secret]", after: "[secret]" }],
                ],
            ],
        );
        assert.doesNotMatch(JSON.stringify(changes), /canary/);
    });

    it("is nothing when nothing changes", () => {
        const role = known(POLICY, "it", {
            role: "r",
            policy: policy({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
        });
        assert.deepEqual(told([role, bucket()], [role, bucket()]), []);
    });
});
