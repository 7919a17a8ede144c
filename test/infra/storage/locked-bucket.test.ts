import assert from "node:assert/strict";
import { LockedBucket, type LockedBucketArgs } from "../../../infra/storage/locked-bucket.ts";
import { theAccessLogs, theKey } from "../../support/infra-parts.ts";
import { allRegistered, created, protectedResources, recordResources, statements, value } from "../../support/mocks.ts";

const s3 = (kind: string) => `aws:s3/${kind}:${kind.replace(/^b/, "B")}`;

async function create(args: Partial<LockedBucketArgs> = {}): Promise<LockedBucket> {
    const lock = { lockMode: "COMPLIANCE", lockDays: 2557 } as const;
    const bucket = new LockedBucket("r", { key: theKey(), accessLogs: theAccessLogs(), ...lock, ...args });
    await allRegistered();
    return bucket;
}

describe("LockedBucket", () => {
    beforeEach(recordResources);

    it("locks every object for the given days", async () => {
        await create();
        assert.equal(created(s3("bucket"), "r").objectLockEnabled, true);
        assert.deepEqual(created(s3("bucketObjectLockConfiguration"), "r"), {
            bucket: "r",
            rule: { defaultRetention: { mode: "COMPLIANCE", days: 2557 } },
        });
        assert.deepEqual(created(s3("bucket"), "r").tags, { retention: "2557-days" });
    });

    it("lets nothing expire but unfinished uploads", async () => {
        await create();
        assert.deepEqual(created(s3("bucketLifecycleConfiguration"), "r").rules, [
            {
                id: "remove-unfinished-uploads",
                status: "Enabled",
                filter: {},
                abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
            },
        ]);
    });

    it("has the safeguards of every bucket", async () => {
        await create();
        const policy = statements(s3("bucketPolicy"), "r") as { Sid: string }[];
        assert.deepEqual(
            policy.map(({ Sid }) => Sid),
            ["RefusePlainHttp", "RefuseOtherAlgorithms", "RefuseOtherKeys"],
        );
        assert.equal(created(s3("bucketPublicAccessBlock"), "r").restrictPublicBuckets, true);
        assert.deepEqual(created(s3("bucketVersioning"), "r").versioningConfiguration, { status: "Enabled" });
        assert.equal(created(s3("bucketLogging"), "r").targetPrefix, "r/");
    });

    it("lets a writer add records, nothing else", async () => {
        const bucket = await create();
        assert.deepEqual(await value(bucket.grantWrite()), [
            { Effect: "Allow", Action: ["s3:PutObject"], Resource: "arn:s3:r/*" },
            { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: "arn:kms:the-key" },
        ]);
    });

    it("lets who looks an object up read it, or learn that it is not there", async () => {
        const bucket = await create();
        assert.deepEqual(await value(bucket.grantLookUp()), [
            { Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:s3:r/*" },
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: "arn:s3:r" },
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" },
        ]);
    });

    it("survives a destroy by default", async () => {
        await create();
        assert.equal(created(s3("bucket"), "r").forceDestroy, false);
        assert.ok(protectedResources().includes(`${s3("bucket")} r`));
    });

    it("can be emptied by a destroy on request, under GOVERNANCE", async () => {
        await create({ lockMode: "GOVERNANCE", lockDays: 1, deletable: true });
        assert.equal(created(s3("bucket"), "r").forceDestroy, true);
        assert.ok(!protectedResources().includes(`${s3("bucket")} r`));
    });

    it("refuses to be deletable under COMPLIANCE", async () => {
        await assert.rejects(
            create({ deletable: true }),
            /deletable must be false, because COMPLIANCE lets nobody delete/,
        );
    });

    for (const lockDays of [0, -1, 1.5]) {
        it(`refuses to lock for ${lockDays} days`, async () => {
            const message = `lockDays must be a whole number of days, 1 or more, got ${lockDays}`;
            await assert.rejects(create({ lockDays }), { message });
        });
    }
});
