import assert from "node:assert/strict";
import fc from "fast-check";
import { dataPipelineDefinition } from "../../../infra/workflow/data-pipeline-definition.ts";
import { stateMachineDefinition } from "../../../infra/workflow/state-machine-definition.ts";
import { workflowFaults } from "../../../infra/workflow/workflow-faults.ts";
import { aslFaults } from "./support/asl-rules.ts";
import { field, readDataPipeline, readStateMachine, readWorkflow } from "./support/readings.ts";
import { offered, place, step, workflow, workflows, works } from "./support/workflows.ts";

const bytes = (text: string) => Buffer.byteLength(text);

describe("a workflow in both orchestrators", () => {
    it("has the same steps, order, timeouts, retries and alerts", () => {
        fc.assert(
            fc.property(workflows, (any) => {
                assert.deepEqual(workflowFaults(any, offered), []);
                const pipeline = readDataPipeline(dataPipelineDefinition(any, place));
                const machine = readStateMachine(stateMachineDefinition(any, place), place);
                assert.deepEqual(pipeline, machine);
                assert.deepEqual(
                    pipeline.map(({ alert: _, ...rest }) => rest),
                    readWorkflow(any),
                );
                for (const { name, alert } of pipeline) {
                    assert.equal(alert.topic, place.topicArn);
                    assert.ok(alert.subject.includes(name) && alert.message.includes(name));
                }
            }),
        );
    });

    it("keeps the limits of Data Pipeline and SNS", () => {
        fc.assert(
            fc.property(workflows, (any) => {
                const objects = dataPipelineDefinition(any, place);
                assert.ok(objects.length <= 100);
                const ids = objects.map(({ id }) => id);
                assert.equal(new Set(ids).size, ids.length);
                for (const object of objects) {
                    assert.ok(object.fields.length <= 50, object.id);
                    for (const one of object.fields) {
                        assert.ok(bytes("refValue" in one ? one.refValue : one.stringValue) <= 10_240, one.key);
                        if ("refValue" in one)
                            assert.ok(ids.includes(one.refValue), `nothing is called ${one.refValue}`);
                    }
                    assert.ok((field(object, "subject") ?? "").length <= 100);
                }
            }),
        );
    });

    it("keeps the rules of the Amazon States Language", () => {
        fc.assert(fc.property(workflows, (any) => assert.deepEqual(aslFaults(stateMachineDefinition(any, place)), [])));
    });
});

describe("the definition for Data Pipeline", () => {
    const steps = [step({ name: "fetch" }), step({ name: "report", runs: { function: "report" } })];
    const objects = dataPipelineDefinition(workflow({ tracks: [{ name: "intake", steps }] }), place);
    const plain = (id: string) => {
        const object = objects.find((one) => one.id === id);
        return Object.fromEntries((object?.fields ?? []).map(({ key }) => [key, field(object, key)]));
    };

    it("runs by the clock, once at a time, from its activation on", () => {
        assert.deepEqual(plain("Default"), {
            scheduleType: "cron",
            schedule: "schedule",
            failureAndRerunMode: "CASCADE",
            maxActiveInstances: "1",
            role: "orchestrator",
            resourceRole: "no-worker",
        });
        assert.deepEqual(plain("schedule"), {
            type: "Schedule",
            period: "1440 Minutes",
            startAt: "FIRST_ACTIVATION_DATE_TIME",
        });
    });

    it("leaves each step to a worker of ours", () => {
        assert.deepEqual(plain("step-report"), {
            type: "ShellCommandActivity",
            command: "function report",
            workerGroup: "compliance-platform-test",
            schedule: "schedule",
            dependsOn: "step-fetch",
            attemptTimeout: "15 Minutes",
            maximumRetries: "2",
            retryDelay: "5 Minutes",
            onFail: "alarm-report",
        });
    });

    it("tells of a failed step, and of what is not run for its sake", () => {
        assert.deepEqual(plain("alarm-fetch"), {
            type: "SnsAlarm",
            topicArn: place.topicArn,
            role: "orchestrator",
            subject: "Workflow nightly: fetch failed",
            message: "fetch (Fetches what is new) failed in all 3 attempts. Not run this time: report.",
        });
    });
});

describe("the state machine", () => {
    const tracks = [
        { name: "intake", steps: [step({ retries: 0 })] },
        { name: "reports", steps: [step({ name: "report", runs: { function: "report" } })] },
    ];
    const machine = stateMachineDefinition(workflow({ tracks }), place);
    const [intake] = (machine.States.Tracks as unknown as { Branches: (typeof machine)[] }).Branches;

    it("fails as a whole if any branch ended with a failed step", () => {
        assert.deepEqual(machine.States["All well?"], {
            Type: "Choice",
            Choices: [
                { Variable: "$[0].failed", IsPresent: true, Next: "Run failed" },
                { Variable: "$[1].failed", IsPresent: true, Next: "Run failed" },
            ],
            Default: "Run done",
        });
        assert.equal(machine.States["Run failed"]?.Type, "Fail");
    });

    it("ends a branch with the failed step's name, told or not, so that the others go on", () => {
        const tell = intake?.States["fetch: tell"];
        assert.equal(tell?.Next, "fetch: failed");
        assert.deepEqual(tell?.Catch, [{ ErrorEquals: ["States.ALL"], ResultPath: null, Next: "fetch: failed" }]);
        assert.deepEqual(intake?.States["fetch: failed"], { Type: "Pass", Result: { failed: "fetch" }, End: true });
    });

    const taskOf = (changes: Parameters<typeof step>[0]) => {
        const only = workflow({ tracks: [{ name: "insight", steps: [step(changes)] }] });
        const { Branches } = stateMachineDefinition(only, place).States.Tracks as unknown as {
            Branches: (typeof machine)[];
        };
        return Branches[0]?.States[changes?.name ?? "fetch"];
    };

    it("runs a Spark job to its end, which it may not outlast, with its log", () => {
        const task = taskOf({ name: "trends", runs: { sparkJob: "trends" }, timeoutMinutes: 90 });
        assert.equal(task?.Resource, "arn:aws:states:::emr-serverless:startJobRun.sync");
        assert.equal(task?.TimeoutSeconds, 5400);
        assert.deepEqual(task?.Parameters, {
            Name: "trends",
            ApplicationId: "00f1abcdefghij01",
            ExecutionRoleArn: "arn:aws:iam::111122223333:role/trends",
            ExecutionTimeoutMinutes: 90,
            JobDriver: {
                SparkSubmit: {
                    EntryPoint: "s3://scripts/trends.py",
                    EntryPointArguments: ["--days", "90"],
                    SparkSubmitParameters: "--conf spark.executor.cores=2",
                },
            },
            ConfigurationOverrides: {
                MonitoringConfiguration: {
                    CloudWatchLoggingConfiguration: {
                        Enabled: true,
                        LogGroupName: "/aws/emr-serverless/trends",
                        EncryptionKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs",
                    },
                },
            },
        });
    });

    it("trains to the end, each attempt of each run under a name of its own that SageMaker takes", () => {
        const task = taskOf({ name: "train-the-model-of-frauds", runs: { training: "fraud" } });
        assert.equal(task?.Resource, "arn:aws:states:::sagemaker:createTrainingJob.sync");
        assert.deepEqual(task?.Parameters, {
            ...works.trainings.fraud,
            "TrainingJobName.$":
                "States.Format('train-the-model-of-f-{}-{}', States.Hash($$.Execution.Id, 'SHA-1'), $$.State.RetryCount)",
        });
        assert.ok(`train-the-model-of-f-${"0".repeat(40)}-5`.length <= 63);
    });

    it("hands a function the workflow, the step and the run, and tells of its only attempt", () => {
        const task = intake?.States.fetch;
        assert.deepEqual(task?.Parameters, {
            FunctionName: works.functionArns.collect,
            Payload: { workflow: "nightly", step: "fetch", "run.$": "$$.Execution.Name" },
        });
        assert.deepEqual(intake?.States["fetch: tell"]?.Parameters, {
            TopicArn: place.topicArn,
            Subject: "Workflow nightly: fetch failed",
            Message: "fetch (Fetches what is new) failed in its only attempt. No other step depends on it.",
        });
    });
});
