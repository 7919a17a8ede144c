import assert from "node:assert/strict";
import fc from "fast-check";
import { batchWorkflows } from "../../../infra/workflow/batch-workflows.ts";
import { stateMachineDefinition } from "../../../infra/workflow/state-machine-definition.ts";
import type { Workflow, WorkflowStep } from "../../../infra/workflow/workflow.ts";
import { schemaFaults, serviceFaults } from "./support/asl-rules.ts";
import { offered, place, step, workflow, workflows, works } from "./support/workflows.ts";

describe("any state machine", () => {
    it("keeps the limits of Step Functions", () => {
        fc.assert(
            fc.property(workflows, (any) => assert.deepEqual(serviceFaults(stateMachineDefinition(any, place)), [])),
        );
    });

    it("keeps the published schema of the Amazon States Language", () => {
        const keeps = (any: Workflow) => assert.deepEqual(schemaFaults(stateMachineDefinition(any, place)), []);
        const all: WorkflowStep["runs"][] = [{ function: "collect" }, { sparkJob: "trends" }, { training: "fraud" }];
        const steps = all.map((runs, index) => step({ name: `step-${index}`, runs }));
        keeps(workflow({ tracks: [{ name: "all-kinds", steps }] }));
        for (const own of batchWorkflows({ periodMinutes: 60, insightPeriodMinutes: 1440 }, offered)) keeps(own);
        fc.assert(fc.property(workflows, keeps), { numRuns: 5 });
    });

    it("is refused by that schema when a state leads nowhere or an expression cannot be read", () => {
        const machine = stateMachineDefinition(workflow(), place);
        const { Tracks } = machine.States;
        const lost = {
            ...machine,
            States: { ...machine.States, Tracks: { ...Tracks, Type: "Parallel", Next: "Nowhere" } },
        };
        assert.match(schemaFaults(lost).join(), /Nowhere/);
        const only = workflow({ tracks: [{ name: "insight", steps: [step({ runs: { training: "fraud" } })] }] });
        const text = JSON.stringify(stateMachineDefinition(only, place)).replace(
            "$$.State.RetryCount)",
            "$$.State.RetryCount",
        );
        assert.notDeepEqual(schemaFaults(JSON.parse(text)), []);
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

    it("leaves a step out, and goes on behind it, unless the one it asks wants it", () => {
        const steps = [
            step({ name: "look-up" }),
            step({ name: "fit", runs: { training: "fraud" }, onlyIf: "look-up" }),
            step({ name: "report", runs: { function: "report" } }),
        ];
        const machine = stateMachineDefinition(workflow({ tracks: [{ name: "insight", steps }] }), place);
        const { Branches } = machine.States.Tracks as unknown as { Branches: (typeof machine)[] };
        const { States } = Branches[0] ?? machine;
        assert.deepEqual(States["look-up"]?.ResultSelector, { "wanted.$": "$.Payload.wanted" });
        assert.deepEqual([States["look-up"]?.ResultPath, States["look-up"]?.Next], ["$.said_look_up", "fit: wanted?"]);
        assert.deepEqual(States["fit: wanted?"], {
            Type: "Choice",
            Choices: [{ Variable: "$.said_look_up.wanted", BooleanEquals: true, Next: "fit" }],
            Default: "report",
        });
        assert.deepEqual([States.fit?.ResultPath, States.fit?.Next], [null, "report"]);
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
