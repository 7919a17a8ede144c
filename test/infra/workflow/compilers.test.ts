import assert from "node:assert/strict";
import fc from "fast-check";
import { dataPipelineDefinition } from "../../../infra/workflow/data-pipeline-definition.ts";
import { stateMachineDefinition } from "../../../infra/workflow/state-machine-definition.ts";
import { workflowFaults } from "../../../infra/workflow/workflow-faults.ts";
import { field, readDataPipeline, readStateMachine, readWorkflow } from "./support/readings.ts";
import { offered, place, step, workflow, workflows } from "./support/workflows.ts";

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
