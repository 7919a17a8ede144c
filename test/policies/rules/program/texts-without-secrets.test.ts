import { textsWithoutSecrets } from "../../../../policies/rules/program/texts-without-secrets.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const QUEUE = "aws:sqs/queue:Queue";
const PIPELINE = "aws:datapipeline/pipelineDefinition:PipelineDefinition";

describeRule(textsWithoutSecrets, [
    { title: "accepts plain texts", type: QUEUE, props: { name: "incoming", tags: { owner: "somebody" } }, found: [] },
    { title: "accepts a resource without any", type: QUEUE, props: {}, found: [] },
    {
        title: "leaves functions to the rule about them",
        type: "aws:lambda/function:Function",
        props: { description: "AKIAIOSFODNN7EXAMPLE" },
        found: [],
    },
    {
        title: "rejects an access key in a tag",
        type: QUEUE,
        props: { tags: { note: "AKIAIOSFODNN7EXAMPLE" } },
        found: ["tags.note: looks like a credential"],
    },
    {
        title: "rejects a signed address on Azure",
        type: "azure-native:storage:BlobContainer",
        props: { metadata: { from: "https://one.blob.core.windows.net/x?sv=1&sig=abc" } },
        found: ["metadata.from: looks like a credential"],
    },
    {
        title: "rejects a variable of a model by its name",
        type: "aws:sagemaker/model:Model",
        props: {
            primaryContainer: { environment: { DB_PASSWORD: "hunter2" } },
            containers: [{ environment: { API_KEY: "x" } }],
        },
        found: [
            "primaryContainer.environment.DB_PASSWORD: has the name of a secret",
            "containers[0].environment.API_KEY: has the name of a secret",
        ],
    },
    {
        title: "rejects a field that Data Pipeline hides",
        type: PIPELINE,
        props: { pipelineObjects: [{ fields: [{ key: "*password", stringValue: "hunter2" }] }] },
        found: ["pipelineObjects[0].fields[0].stringValue: has the name of a secret"],
    },
    {
        title: "cannot decide while the name of a field is unknown, and says nothing of values that are",
        type: PIPELINE,
        props: { pipelineObjects: [{ fields: [{ key: unknown, stringValue: unknown }] }] },
        found: ["pipelineObjects[0].fields[0].key is unknown"],
    },
]);
