import assert from "node:assert/strict";
import fc from "fast-check";
import { dataPipelineDefinition } from "../../../infra/workflow/data-pipeline-definition.ts";
import { pipelineFaults } from "../../../infra/workflow/pipeline-faults.ts";
import { stateMachineDefinition } from "../../../infra/workflow/state-machine-definition.ts";
import type { StepRuns } from "../../../infra/workflow/workflow.ts";
import { workflowFaults } from "../../../infra/workflow/workflow-faults.ts";
import { tell } from "../../../stacks/fault.ts";
import { refusals } from "../../local/providers/support/table-checks.ts";
import { field, readDataPipeline, readStateMachine, readWorkflow } from "./support/readings.ts";
import { offered, place, spark, step, workflow, workflows, works } from "./support/workflows.ts";

const bytes = (text: string) => Buffer.byteLength(text);

describe("a workflow in both orchestrators", () => {
    it("has the same steps, order, timeouts, retries and alerts", () => {
        fc.assert(
            fc.property(workflows, (any) => {
                assert.deepEqual(workflowFaults(any, offered), []);
                const pipeline = readDataPipeline(dataPipelineDefinition(any, place), place);
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
                assert.deepEqual(pipelineFaults(objects), []);
                const refused = refusals("aws:datapipeline/pipelineDefinition:PipelineDefinition", {
                    pipelineId: "df-0123456789ABCDEF",
                    pipelineObjects: objects.map(({ id, name, fields }) => ({ id, name, fields })),
                });
                assert.deepEqual(refused, []);
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
            command: JSON.stringify({
                workflow: "nightly",
                step: "report",
                timeoutMinutes: 15,
                function: place.functionArns.report,
            }),
            workerGroup: "compliance-platform-test",
            schedule: "schedule",
            dependsOn: "step-fetch",
            attemptTimeout: "15 Minutes",
            maximumRetries: "2",
            retryDelay: "5 Minutes",
            onFail: "alarm-report",
            lateAfterTimeout: "1440 Minutes",
            onLateAction: "late",
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

    it("does not claim that a step failed which was only not run, though AWS tells of it as if it had", () => {
        const { message } = plain("alarm-report");
        assert.match(
            String(message),
            /failed in all 3 attempts, unless another message names fetch: then it was not run\./,
        );
    });

    it("tells of a late step, whichever it is", () => {
        assert.deepEqual(plain("late"), {
            type: "SnsAlarm",
            topicArn: place.topicArn,
            role: "orchestrator",
            subject: "Workflow nightly: a step is late",
            message: "#{node.name} was not done after 1440 minutes, when the next run was due.",
        });
    });

    it("asks the worker for a Spark job, or a training, with all that it needs", () => {
        const commandOf = (runs: StepRuns) => {
            const any = workflow({ tracks: [{ name: "insight", steps: [step({ runs, timeoutMinutes: 60 })] }] });
            const activity = dataPipelineDefinition(any, place).find(({ id }) => id === "step-fetch");
            return JSON.parse(field(activity, "command") ?? "");
        };
        const common = { workflow: "nightly", step: "fetch", timeoutMinutes: 60 };
        assert.deepEqual(commandOf({ training: "fraud" }), { ...common, training: works.trainings.fraud });
        assert.deepEqual(commandOf({ sparkJob: "trends" }), {
            ...common,
            sparkJob: {
                applicationId: spark.applicationId,
                executionRoleArn: spark.jobRoleArn,
                jobDriver: {
                    sparkSubmit: {
                        entryPoint: spark.entryPoint,
                        entryPointArguments: spark.arguments,
                        sparkSubmitParameters: spark.sparkSubmitParameters,
                    },
                },
                configurationOverrides: {
                    monitoringConfiguration: {
                        cloudWatchLoggingConfiguration: {
                            enabled: true,
                            logGroupName: spark.log.group,
                            encryptionKeyArn: spark.log.keyArn,
                        },
                    },
                },
            },
        });
    });

    it("is refused where a job makes it too long, or holds an expression", () => {
        const faultsOf = (job: Record<string, unknown>) => {
            const trainings = { fraud: { ...works.trainings.fraud, ...job } };
            const any = workflow({ tracks: [{ name: "insight", steps: [step({ runs: { training: "fraud" } })] }] });
            return pipelineFaults(dataPipelineDefinition(any, { ...place, trainings })).map(tell);
        };
        assert.deepEqual(faultsOf({ Notes: "x".repeat(10_200) }), [
            'step-fetch.command is "10378 bytes"; it must be at most 10240 bytes',
        ]);
        assert.match(String(faultsOf({ Notes: "#{1+1}" })), /^step-fetch.command is .* free of #\{/);
        const wide = objectOf(51);
        assert.deepEqual(pipelineFaults([wide]).map(tell), ["wide.fields is 51; it must be at most 50"]);
        assert.deepEqual(pipelineFaults(Array.from({ length: 101 }, () => objectOf(1))).map(tell), [
            "objects is 101; it must be at most 100",
        ]);
        const heavy = { ...wide, fields: [..."ab"].map((key) => ({ key, stringValue: "x".repeat(10_000) })) };
        assert.deepEqual(pipelineFaults([heavy]).map(tell), [
            'wide is "20002 bytes"; it must be at most 15360 bytes with all fields',
        ]);
        assert.deepEqual(pipelineFaults([{ ...objectOf(1), id: "é".repeat(129) }]).length, 1);
    });
});

function objectOf(fields: number) {
    const list = Array.from({ length: fields }, (_, at) => ({ key: `k${at}`, stringValue: "" }));
    return { id: "wide", name: "wide", fields: list };
}
