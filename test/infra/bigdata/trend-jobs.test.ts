import assert from "node:assert/strict";
import { TrendJobs } from "../../../infra/bigdata/trend-jobs.ts";
import { LockedBucket } from "../../../infra/storage/locked-bucket.ts";
import { local } from "../../../stacks/local.ts";
import { ACCOUNT, theAccessLogs, theBucket, theKey, theNetwork, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, found, namesOf, recordResources, statements, value } from "../../support/mocks.ts";

const APPLICATION = "aws:emrserverless/application:Application";
const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";

async function jobs(changes: Partial<typeof local.trends> = {}): Promise<TrendJobs> {
    const key = theKey();
    const lock = { lockMode: "GOVERNANCE", lockDays: 1 } as const;
    const made = new TrendJobs("trends", {
        trends: { ...local.trends, shards: 64, maximumVcpus: 40, idleMinutes: 7, ...changes },
        records: new LockedBucket("the-records", { key, accessLogs: theAccessLogs(), ...lock }),
        profiles: theBucket(),
        network: theNetwork(),
        accountId: ACCOUNT,
        region: "eu-west-1",
        key,
        log: { key, retentionDays: 400 },
        alarmTopic: theTopic(),
    });
    await allRegistered();
    return made;
}

describe("TrendJobs", () => {
    beforeEach(recordResources);

    it("run Spark in the private network, below a ceiling, and stop when idle", async () => {
        await jobs();
        const { monitoringConfiguration, ...rest } = created(APPLICATION, "trends");
        assert.deepEqual(rest, {
            type: "spark",
            releaseLabel: "emr-7.9.0",
            architecture: "ARM64",
            maximumCapacity: { cpu: "40 vCPU", memory: "160 GB", disk: "200 GB" },
            autoStartConfiguration: { enabled: true },
            autoStopConfiguration: { enabled: true, idleTimeoutMinutes: 7 },
            schedulerConfiguration: { maxConcurrentRuns: 1, queueTimeoutMinutes: 360 },
            networkConfiguration: {
                subnetIds: ["net-subnet-1", "net-subnet-2"],
                securityGroupIds: ["net-functions-id"],
            },
        });
        const { dependsOn } = found(APPLICATION, "trends");
        assert.ok(dependsOn.some((name) => name.endsWith("VpcEndpoint net-s3")));
    });

    it("write one log, under the key of logs, and let AWS keep no copy", async () => {
        await jobs();
        assert.deepEqual(created(APPLICATION, "trends").monitoringConfiguration, {
            cloudwatchLoggingConfiguration: { enabled: true, logGroupName: "trends", logStreamNamePrefix: "spark" },
            managedPersistenceMonitoringConfiguration: { enabled: false },
        });
        assert.deepEqual(created("aws:cloudwatch/logGroup:LogGroup", "trends"), {
            kmsKeyId: "arn:kms:the-key",
            retentionInDays: 400,
            tags: { retention: "400-days" },
        });
    });

    it("lie beside the profiles, encrypted, under a name that changes with them", async () => {
        const made = await jobs();
        assert.deepEqual(namesOf(OBJECT), ["trends-main.py", "trends-trends.zip"]);
        const { bucket, key, kmsKeyId } = created(OBJECT, "trends-main.py");
        assert.deepEqual([bucket, kmsKeyId], ["the-bucket", "arn:kms:the-key"]);
        assert.match(String(key), /^jobs\/[0-9a-f]{16}\/main\.py$/);
        assert.equal((await value(made.job)).entryPoint, `s3://the-bucket/${key}`);
    });

    it("are started with what the settings say of profiles", async () => {
        const made = await jobs();
        const { arguments: told, sparkSubmitParameters: parameters, log, ...names } = await value(made.job);
        assert.deepEqual(told, [
            "--records=s3://the-records/transactions",
            "--profiles=s3://the-bucket",
            "--days=90",
            "--half-life=30",
            "--shards=64",
        ]);
        assert.deepEqual(log, { group: "trends", keyArn: "arn:kms:the-key" });
        assert.deepEqual([names.applicationId, names.jobRoleArn], ["trends-id", "arn:iam:trends"]);
        assert.match(parameters, /^--py-files s3:\/\/the-bucket\/jobs\/[0-9a-f]{16}\/trends\.zip --conf /);
        // Ten workers, of which one drives.
        assert.match(parameters, /spark\.dynamicAllocation\.maxExecutors=9 /);
        assert.match(parameters, /spark\.io\.encryption\.enabled=true/);
    });

    it("take a role that nobody but this application's jobs can take", async () => {
        await jobs();
        assert.deepEqual(statements("aws:iam/role:Role", "trends", "assumeRolePolicy"), [
            {
                Effect: "Allow",
                Principal: { Service: "emr-serverless.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEquals: { "aws:SourceAccount": ACCOUNT },
                    ArnLike: { "aws:SourceArn": "arn:emrserverless:trends" },
                },
            },
        ]);
    });

    it("can be started, watched and called off by who may, in their own role only", async () => {
        const made = await jobs();
        const arn = "arn:emrserverless:trends";
        const connecting = (what: string) => ({
            Effect: "Allow",
            Action: ["ec2:CreateNetworkInterface"],
            Resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:${what}`,
            Condition: { StringEquals: { "aws:CalledViaLast": "ops.emr-serverless.amazonaws.com" } },
        });
        assert.deepEqual(await value(made.grantStart()), [
            // EMR refuses a job from whoever may not use the key of its log.
            { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: "arn:kms:the-key" },
            { Effect: "Allow", Action: ["emr-serverless:StartJobRun"], Resource: arn },
            {
                Effect: "Allow",
                Action: ["emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"],
                Resource: `${arn}/jobruns/*`,
            },
            {
                Effect: "Allow",
                Action: ["iam:PassRole"],
                Resource: "arn:iam:trends",
                Condition: { StringEquals: { "iam:PassedToService": "emr-serverless.amazonaws.com" } },
            },
            connecting("network-interface/*"),
            connecting("subnet/*"),
            connecting("security-group/net-functions-id"),
        ]);
    });

    it("refuse a ceiling that has no room for a driver and an executor", async () => {
        const fault = "maximumVcpus must be 8 or more, a driver and an executor, got 4";
        await assert.rejects(jobs({ maximumVcpus: 4 }), { message: fault });
    });
});
