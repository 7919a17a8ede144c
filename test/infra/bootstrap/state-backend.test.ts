import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { StateBackend } from "../../../infra/bootstrap/state-backend.ts";
import { paths } from "../../../tools/paths.mjs";
import { ACCOUNT } from "../../support/infra-parts.ts";
import { allRegistered, created, protectedResources, recordResources, statements } from "../../support/mocks.ts";

const tags = { environment: "dev", owner: "team", costCentre: "cc-1", dataClassification: "internal" };
const args = { region: "eu-west-1", olderVersionDays: 400, accessLogDays: 30, tags };

describe("the state backend", () => {
    let backend: StateBackend;
    beforeEach(async () => {
        await recordResources();
        backend = new StateBackend("state-backend", { ...args, accountId: ACCOUNT });
        await allRegistered();
    });

    it("keeps each state under its own key, and the ones before it for 400 days", () => {
        const on = { bucket: `compliance-platform-state-${ACCOUNT}` };
        assert.deepEqual(created("aws:s3/bucketVersioning:BucketVersioning", "state"), {
            ...on,
            versioningConfiguration: { status: "Enabled" },
        });
        const encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
        assert.deepEqual(created(encryption, "state").rules, [
            {
                applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:kms:state" },
                bucketKeyEnabled: true,
            },
        ]);
        const lifecycle = created("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "state");
        const [, older, ...others] = lifecycle.rules as Record<string, unknown>[];
        assert.deepEqual(older, {
            id: "remove-versions-after-400-days",
            status: "Enabled",
            filter: {},
            noncurrentVersionExpiration: { noncurrentDays: 400 },
        });
        assert.deepEqual(others, []);
    });

    it("is closed to the public and to plain HTTP, and logs who reads it", () => {
        const { bucket: _, ...closed } = created("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "state");
        assert.deepEqual(new Set(Object.values(closed)), new Set([true]));
        const [plain] = statements("aws:s3/bucketPolicy:BucketPolicy", "state") as { Effect: string }[];
        assert.equal(plain?.Effect, "Deny");
        assert.equal(created("aws:s3/bucketLogging:BucketLogging", "state").targetBucket, "state-logs");
    });

    it("outlives every destroy", () => {
        assert.deepEqual(protectedResources(), [
            "aws:kms/key:Key secrets",
            "aws:kms/key:Key state",
            "aws:s3/bucket:Bucket state",
            "aws:s3/bucket:Bucket state-logs",
        ]);
    });

    it("names the key of the secrets in the state", () => {
        assert.equal(backend.secretsProvider, "awskms:///alias/compliance-platform/secrets?region=eu-west-1");
        assert.equal(created("aws:kms/alias:Alias", "secrets").name, "alias/compliance-platform/secrets");
    });

    for (const stack of ["dev", "prod"]) {
        it(`has the address that the platform's Pulumi.${stack}.yaml names`, async () => {
            const configOf = (...at: string[]) =>
                parse(readFileSync(join(paths.root, ...at, `Pulumi.${stack}.yaml`), "utf8")).config;
            const own = configOf("infra", "bootstrap");
            const [accountId] = own["aws:allowedAccountIds"];
            await recordResources();
            const { address } = new StateBackend("state-backend", { ...args, accountId, region: own["aws:region"] });
            await allRegistered();
            assert.equal(address, configOf()["compliance-platform:stateBackend"]);
        });
    }
});
