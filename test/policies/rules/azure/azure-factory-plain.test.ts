import { azureFactoryPlain } from "../../../../policies/rules/azure/azure-factory-plain.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const PIPELINE = "azure-native:datafactory:Pipeline";
const LINKED = "azure-native:datafactory:LinkedService";
const STOLEN = "holds something that can be stolen";
const COPY = { type: "Copy", source: { type: "DelimitedTextSource" }, sink: { type: "RestSink" } };
const WEB = { type: "WebActivity", url: "https://door/", authentication: { type: "MSI" } };
const pipeline = (...activities: object[]) => ({ activities });

describeRule(azureFactoryPlain, [
    { title: "accepts a copy to the door and a call of it", type: PIPELINE, props: pipeline(COPY, WEB), found: [] },
    { title: "accepts a factory that says nothing of others", props: { factoryName: "one" }, found: [] },
    { title: "accepts a pipeline of nothing", type: PIPELINE, props: {}, found: [] },
    {
        title: "rejects a factory whose program lies elsewhere",
        props: { repoConfiguration: { accountName: "somebody" } },
        found: ["repoConfiguration: is taken from where no rule reads it"],
    },
    ...["WebHook", "Custom", "AzureFunctionActivity", "ExecutePipeline", "Script", "Lookup"].map((type) => ({
        title: `rejects ${type}`,
        type: PIPELINE,
        props: pipeline({ type }),
        found: [`activities[0].type: is ${type}, of which no rule reads what it does`],
    })),
    {
        title: "judges activities within others, however deep",
        type: PIPELINE,
        props: pipeline({
            type: "ForEach",
            activities: [{ type: "IfCondition", ifTrueActivities: [{ ...WEB, authentication: { type: "Basic" } }] }],
        }),
        found: ["activities[0].activities[0].ifTrueActivities[0].authentication.type: is not a managed identity"],
    },
    {
        title: "judges the cases of a switch",
        type: PIPELINE,
        props: pipeline({ type: "Switch", cases: [{ value: "a", activities: [{ type: "WebHook" }] }] }),
        found: ["activities[0].cases[0].activities[0].type: is WebHook, of which no rule reads what it does"],
    },
    {
        title: "rejects another sink, another source, and rows that go aside",
        type: PIPELINE,
        props: pipeline({
            ...{ ...COPY, source: { type: "AzureSqlSource" }, sink: { type: "BlobSink" } },
            redirectIncompatibleRowSettings: { linkedServiceName: "other" },
        }),
        found: [
            "activities[0].source.type: is AzureSqlSource, not files of ours",
            "activities[0].sink.type: is BlobSink, not the door of the platform",
            "activities[0].redirectIncompatibleRowSettings: writes rows to another store",
        ],
    },
    {
        title: "rejects a call whose answer anybody may give, and one that hands settings over",
        type: PIPELINE,
        props: pipeline({ ...WEB, disableCertValidation: true, linkedServices: [{ referenceName: "blobs" }] }),
        found: [
            "activities[0].disableCertValidation: lets anybody answer in the other's place",
            "activities[0].linkedServices: hands the settings of the factory to the other side",
        ],
    },
    {
        title: "rejects a call whose content everybody sees who may see the run",
        type: PIPELINE,
        props: pipeline({ ...WEB, policy: { secureInput: true, secureOutput: false } }),
        found: ["activities[0].policy.secureOutput: shows what passes to everybody who may see the run"],
    },
    ...Object.entries({
        "a signature in an address": "https://one.blob.core.windows.net/?sv=2024&sig=abc",
        "a key in an address": "https://door/?code=abcdef",
        "a key of an account": "AccountName=one;AccountKey=abc==",
        Basic: "Basic YWxhZGRpbjpvcGVu",
        "a key of AWS": "AKIAIOSFODNN7EXAMPLE",
    }).map(([what, text]) => ({
        title: `rejects ${what} as the default of a parameter`,
        type: PIPELINE,
        props: { activities: [], parameters: { one: { type: "String", defaultValue: text } } },
        found: [`parameters.one.defaultValue: ${STOLEN}`],
    })),
    {
        title: "rejects a header by its name",
        type: PIPELINE,
        props: pipeline({ ...WEB, headers: { "X-Api-Key": "@pipeline().parameters.key" } }),
        found: ["activities[0].headers.X-Api-Key: has the name of a credential"],
    },
    {
        title: "rejects a signature in a linked service",
        type: LINKED,
        props: { properties: { containerUri: "https://one.blob.core.windows.net/in?sp=r&sig=abc" } },
        found: [`properties.containerUri: ${STOLEN}`],
    },
    {
        title: "cannot decide while an activity is unknown",
        type: PIPELINE,
        props: { activities: unknown },
        found: ["activities is unknown"],
    },
]);
