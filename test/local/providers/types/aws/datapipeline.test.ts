import { adds, refuses } from "../../support/type-tests.ts";

type Field = { key: string; stringValue?: string; refValue?: string };

const text = (key: string, stringValue: string): Field => ({ key, stringValue });
const ref = (key: string, refValue: string): Field => ({ key, refValue });
const object = (id: string, ...fields: Field[]) => ({ id, name: id, fields });

const defaults = object("Default", ref("schedule", "hourly"), text("role", "teller"));
const hourly = object(
    "hourly",
    text("type", "Schedule"),
    text("period", "1 hour"),
    text("startAt", "FIRST_ACTIVATION_DATE_TIME"),
);
const alarm = object(
    "alarm",
    text("type", "SnsAlarm"),
    text("topicArn", "arn:aws:sns:eu-west-1:111122223333:operations"),
    text("subject", "failed"),
    text("message", "#{node.name} failed"),
);
const step = (id: string, ...more: Field[]) =>
    object(id, text("type", "ShellCommandActivity"), text("command", "{}"), text("workerGroup", "w"), ...more);

const PIPELINE = "aws:datapipeline/pipeline:Pipeline";
const DEFINITION = "aws:datapipeline/pipelineDefinition:PipelineDefinition";
const pipelineId = "df-0123456789ABCDEF";
const pipelineObjects = [
    defaults,
    hourly,
    alarm,
    step("one", ref("onFail", "alarm")),
    step("two", ref("dependsOn", "one")),
];
const also = (...more: ReturnType<typeof object>[]) => ({ pipelineObjects: [...pipelineObjects, ...more] });
const step3 = (...more: Field[]) => also(step("three", ...more));

describe("the table of datapipeline", () => {
    adds([
        {
            type: PIPELINE,
            inputs: { name: "batch" },
            id: /^df-[0-9A-F]{20}$/,
            outputs: { name: "batch", description: "" },
        },
        { type: DEFINITION, inputs: { pipelineId, pipelineObjects }, id: pipelineId, outputs: {} },
    ]);

    refuses([
        {
            type: PIPELINE,
            good: { name: "batch" },
            bad: [[{ name: "b".repeat(1025) }, "name must have at most 1024 characters"]],
        },
        {
            type: DEFINITION,
            good: { pipelineId, pipelineObjects },
            bad: [
                [{ pipelineId: "batch" }, "pipelineId must be the id of a pipeline"],
                [{ pipelineObjects: null }, "pipelineObjects is required"],
                [
                    also(...Array.from({ length: 96 }, (_, at) => step(`s${at}`))),
                    "pipelineObjects must have at most 100 objects, has 101",
                ],
                [also(step("one")), "pipelineObjects has two objects with the id one"],
                [also(step("i".repeat(257))), `pipelineObjects ${"i".repeat(257)}: its id has 257 bytes`],
                [
                    step3(...Array.from({ length: 48 }, (_, at) => text(`f${at}`, "x"))),
                    "pipelineObjects three: has 51 fields",
                ],
                [step3(text("k".repeat(257), "x")), "pipelineObjects three: the name of a field has 257 bytes"],
                [step3(text("more", "é".repeat(5121))), "pipelineObjects three: more has 10242 bytes"],
                [step3(text("a", "x".repeat(9000)), text("b", "x".repeat(9000))), "pipelineObjects three: has 1"],
                [
                    step3({ key: "both", stringValue: "x", refValue: "one" }),
                    "pipelineObjects three: both must have either",
                ],
                [step3({ key: "none" }), "pipelineObjects three: none must have either"],
                [step3(ref("dependsOn", "four")), "pipelineObjects three: names four in dependsOn"],
                [step3(ref("dependsOn", "three")), "pipelineObjects three: dependsOn leads back to it"],
                [
                    also(step("three", ref("dependsOn", "four")), step("four", ref("dependsOn", "three"))),
                    "pipelineObjects three: dependsOn leads back to it",
                ],
                [also(object("x", text("type", "Magic"))), "pipelineObjects x: has the type Magic"],
                [also(object("x")), "pipelineObjects x: has the type undefined"],
                [
                    also(object("x", text("type", "ShellCommandActivity"))),
                    "pipelineObjects x: ShellCommandActivity must have command",
                ],
                [
                    also(object("x", text("type", "ShellCommandActivity"), text("command", "{}"))),
                    "pipelineObjects x: ShellCommandActivity must have runsOn or workerGroup",
                ],
                [
                    also(object("x", text("type", "Schedule"), text("period", "1 day"))),
                    "pipelineObjects x: Schedule must have startAt",
                ],
                [also(object("x", text("type", "SnsAlarm"))), "pipelineObjects x: SnsAlarm must have message"],
                [
                    { pipelineObjects: [object("Default"), ...pipelineObjects.slice(1)] },
                    "pipelineObjects alarm: SnsAlarm must have role",
                ],
                [step3(text("maximumRetries", "6")), "pipelineObjects three: maximumRetries must be 0 to 5"],
                [
                    step3(text("retryDelay", "1 Minutes")),
                    "pipelineObjects three: retryDelay must be a period of 2 minutes",
                ],
                [step3(text("period", "14 minutes")), "pipelineObjects three: period must be a period of 15 minutes"],
                [step3(text("attemptTimeout", "soon")), "pipelineObjects three: attemptTimeout must be a period"],
                [
                    step3(text("failureAndRerunMode", "STOP")),
                    "pipelineObjects three: failureAndRerunMode must be one of",
                ],
                [step3(text("maxActiveInstances", "6")), "pipelineObjects three: maxActiveInstances must be 1 to 5"],
                [step3(text("topicArn", "operations")), "pipelineObjects three: topicArn must be the ARN of a topic"],
            ],
        },
    ]);
});
