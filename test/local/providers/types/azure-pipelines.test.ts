import { adds, refuses } from "../support/type-tests.ts";

const FACTORY =
    "/subscriptions/11111111-1111-4111-a111-111111111111/resourceGroups/platform/providers/Microsoft.DataFactory/factories/it";
const inFactory = { resourceGroupName: "platform", factoryName: "it" };
const identity = "/subscriptions/x/resourceGroups/y/providers/Microsoft.ManagedIdentity/userAssignedIdentities/z";
const linked = {
    ...inFactory,
    linkedServiceName: "door",
    properties: { type: "RestService", url: "https://door", authenticationType: "ManagedServiceIdentity" },
};
const dataset = {
    ...inFactory,
    datasetName: "rows",
    properties: { type: "RestResource", linkedServiceName: { referenceName: "door", type: "LinkedServiceReference" } },
};
const copy = {
    name: "copy",
    type: "Copy",
    source: { type: "DelimitedTextSource" },
    sink: { type: "RestSink" },
};
const pipeline = { ...inFactory, pipelineName: "bring-it", activities: [copy] };
const credential = {
    ...inFactory,
    credentialName: "landing",
    properties: { type: "ManagedIdentity", resourceId: identity },
};

describe("the tables of what a Data Factory does", () => {
    adds([
        {
            type: "azure-native:datafactory:LinkedService",
            inputs: linked,
            id: `${FACTORY}/linkedservices/door`,
            outputs: { name: "door" },
        },
        {
            type: "azure-native:datafactory:Dataset",
            inputs: dataset,
            id: `${FACTORY}/datasets/rows`,
            outputs: { name: "rows" },
        },
        {
            type: "azure-native:datafactory:Pipeline",
            inputs: pipeline,
            id: `${FACTORY}/pipelines/bring-it`,
            outputs: { name: "bring-it" },
        },
        {
            type: "azure-native:datafactory:CredentialOperation",
            inputs: credential,
            id: `${FACTORY}/credentials/landing`,
            outputs: { name: "landing" },
        },
    ]);

    refuses([
        {
            type: "azure-native:datafactory:LinkedService",
            good: linked,
            bad: [
                [{ linkedServiceName: "the-door" }, "linkedServiceName must be made of letters, digits, _ and spaces"],
                [{ properties: {} }, "properties.type is required"],
                [{ properties: { type: "RestService", url: "door" } }, "properties.url must be an address"],
                [
                    { properties: { type: "RestService", authenticationType: "Magic" } },
                    "properties.authenticationType must be one of",
                ],
            ],
        },
        {
            type: "azure-native:datafactory:Dataset",
            good: dataset,
            bad: [
                [{ datasetName: "the-rows" }, "datasetName must be made of"],
                [{ datasetName: "x".repeat(261) }, "datasetName must have at most 260 characters"],
                [{ properties: { type: "Json" } }, "properties.linkedServiceName is required"],
            ],
        },
        {
            type: "azure-native:datafactory:Pipeline",
            good: pipeline,
            bad: [
                [{ concurrency: 0 }, "concurrency must be a whole number from 1 to 50"],
                [{ activities: [{ name: "copy" }] }, "activities[0].type is required"],
                [{ activities: [copy, copy] }, "activities must have different names, and two are called copy"],
                [
                    { activities: [{ ...copy, dependsOn: [{ activity: "look" }] }] },
                    "activities must have the one that copy waits for: look",
                ],
                [{ activities: Array(121).fill(copy) }, "activities must have at most 120 items"],
            ],
        },
        {
            type: "azure-native:datafactory:CredentialOperation",
            good: credential,
            bad: [
                [{ properties: { type: "Password" } }, "properties.type must be one of"],
                [
                    { properties: { type: "ManagedIdentity", resourceId: "me" } },
                    "properties.resourceId must be the id of a user-assigned identity",
                ],
            ],
        },
    ]);
});
