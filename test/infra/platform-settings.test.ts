import assert from "node:assert/strict";
import { OUTSIDE_THE_NETWORK } from "../../infra/steps/functions.ts";
import { settingsOf, stackNames } from "../../stacks/settings-of.ts";
import { thePlatform } from "../support/infra-parts.ts";
import { created, namesOf, protectedResources } from "../support/mocks.ts";

const FUNCTION = "aws:lambda/function:Function";
const MACHINE = "aws:sfn/stateMachine:StateMachine";
const PIPELINE = "aws:datapipeline/pipeline:Pipeline";
const TABLE = "aws:dynamodb/table:Table";
const NAMESPACE = "aws:redshiftserverless/namespace:Namespace";
const QUEUE = "aws:sqs/queue:Queue";
const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

for (const stack of stackNames) {
    describe(`the settings of ${stack} in the platform`, () => {
        before(() => thePlatform(stack));

        it("say how many messages a function takes at once", () => {
            const { unpack, screen, score, load, park } = settingsOf(stack);
            for (const [mapping, { batchSize, windowSeconds, maximumConcurrency }] of Object.entries({
                "unpack-landing": { ...unpack, batchSize: 1, windowSeconds: 0 },
                "screen-incoming": screen,
                "screen-bulk": { ...screen, batchSize: screen.packBatchSize },
                "score-screened": score,
                "score-screened-bulk": { ...score, maximumConcurrency: score.bulkConcurrency },
                "load-records": load,
                "park-landing-dead": { ...park, batchSize: 10, windowSeconds: 0 },
            })) {
                const inputs = created(MAPPING, mapping);
                assert.equal(inputs.batchSize, batchSize, mapping);
                assert.equal(inputs.maximumBatchingWindowInSeconds, windowSeconds, mapping);
                assert.deepEqual(inputs.scalingConfig, { maximumConcurrency }, mapping);
            }
        });

        it("say how long records are locked and the rest is kept", () => {
            const { records, retention } = settingsOf(stack);
            for (const bucket of ["records", "reports"]) {
                assert.deepEqual(
                    created("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", bucket).rule,
                    { defaultRetention: { mode: records.lockMode, days: records.lockDays } },
                );
            }
            for (const [bucket, days] of Object.entries({
                landing: retention.landingDays,
                quarantine: retention.quarantineDays,
                manifests: retention.manifestDays,
                parked: retention.parkedDays,
                model: retention.modelDays,
                "access-logs": retention.accessLogDays,
            })) {
                const { tags } = created("aws:s3/bucket:Bucket", bucket) as { tags: Record<string, string> };
                assert.equal(tags.retention, `${days}-days`, bucket);
            }
        });

        it("say over how many availability zones the network spans, and who needs no way out runs in it", () => {
            const { availabilityZones } = settingsOf(stack).network;
            assert.equal(created("awsx:ec2:Vpc", "network").numberOfAvailabilityZones, availabilityZones);
            for (const name of namesOf(FUNCTION)) {
                const { vpcConfig } = created(FUNCTION, name) as { vpcConfig?: { subnetIds: string[] } };
                const outside = name in OUTSIDE_THE_NETWORK;
                const subnets = outside ? undefined : ["network-subnet-1", "network-subnet-2"];
                assert.deepEqual(vpcConfig?.subnetIds, subnets, name);
            }
        });

        it("say how often the workflow runs, and by which orchestrator alone", () => {
            const { orchestrator, periodMinutes } = settingsOf(stack).workflow;
            const steps = {
                machines: namesOf(MACHINE),
                pipelines: namesOf(PIPELINE),
                worker: namesOf(TABLE).includes("attempts"),
            };
            if (orchestrator === "data-pipeline") {
                assert.deepEqual(steps, {
                    machines: [],
                    pipelines: ["balance", "books", "insight", "intake"],
                    worker: true,
                });
                const { pipelineObjects } = created("aws:datapipeline/pipelineDefinition:PipelineDefinition", "intake");
                const period = { key: "period", stringValue: `${periodMinutes} Minutes` };
                assert.ok(JSON.stringify(pipelineObjects).includes(JSON.stringify(period)));
            } else {
                assert.deepEqual(steps, {
                    machines: ["balance", "books", "insight", "intake"],
                    pipelines: [],
                    worker: false,
                });
                const { scheduleExpression } = created("aws:scheduler/schedule:Schedule", "intake");
                assert.equal(scheduleExpression, `rate(${periodMinutes} minutes)`);
            }
        });

        it("say how large the warehouse is, and what it may use", () => {
            const { baseCapacity, maxCapacity, dailyRpuHours, whenUsedUp } = settingsOf(stack).warehouse;
            const workgroup = created("aws:redshiftserverless/workgroup:Workgroup", "warehouse");
            assert.deepEqual([workgroup.baseCapacity, workgroup.maxCapacity], [baseCapacity, maxCapacity]);
            const limit = created("aws:redshiftserverless/usageLimit:UsageLimit", "warehouse");
            assert.deepEqual([limit.amount, limit.breachAction], [dailyRpuHours, whenUsedUp]);
        });

        it("say what is reported as fraud, and how many reports a minute", () => {
            const { alerts } = settingsOf(stack);
            const { variables } = created(FUNCTION, "score").environment as { variables: Record<string, string> };
            assert.equal(variables.ALERT_THRESHOLD, String(alerts.threshold));
            assert.equal(variables.ALERTS_PER_MINUTE, String(alerts.perMinute));
        });
    });
}

describe("the guard on data", () => {
    it("keeps all data through a destroy of production", async () => {
        await thePlatform("prod");
        const kept = protectedResources();
        for (const type of ["aws:s3/bucket:Bucket", "aws:dynamodb/table:Table", "aws:kms/key:Key", NAMESPACE, QUEUE]) {
            for (const name of namesOf(type)) assert.ok(kept.includes(`${type} ${name}`), `${type} ${name}`);
        }
    });

    it("is lifted on a laptop, where a destroy leaves nothing", async () => {
        await thePlatform("local");
        assert.deepEqual(protectedResources(), []);
        for (const name of namesOf("aws:s3/bucket:Bucket")) {
            assert.equal(created("aws:s3/bucket:Bucket", name).forceDestroy, true, name);
        }
    });
});
