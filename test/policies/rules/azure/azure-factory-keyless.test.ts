import { azureFactoryKeyless } from "../../../../policies/rules/azure/azure-factory-keyless.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const rest = (changes: object = {}) => ({
    properties: {
        type: "RestService",
        url: "https://door",
        authenticationType: "ManagedServiceIdentity",
        aadResourceId: "api://it",
        ...changes,
    },
});
const CREDENTIAL = "azure-native:datafactory:CredentialOperation";
const DATASET = "azure-native:datafactory:Dataset";
const PIPELINE = "azure-native:datafactory:Pipeline";
const web = (authentication?: object) => ({ activities: [{ type: "WebActivity", authentication }, { type: "Wait" }] });

describeRule(azureFactoryKeyless, [
    { title: "accepts a door that is opened by a managed identity", props: rest(), found: [] },
    {
        title: "accepts blobs that are read by the factory's own identity",
        props: { properties: { type: "AzureBlobStorage", authenticationType: "Msi" } },
        found: [],
    },
    {
        title: "rejects a password",
        props: rest({ authenticationType: "Basic", userName: "x", password: { type: "SecureString", value: "y" } }),
        found: [
            "properties.authenticationType: is not a managed identity",
            "properties.password: holds something that can be stolen",
            "properties.userName: holds something that can be stolen",
        ],
    },
    {
        title: "rejects a connection string beside an identity",
        props: {
            properties: { type: "AzureBlobStorage", authenticationType: "Msi", connectionString: "AccountKey=x" },
        },
        found: ["properties.connectionString: holds something that can be stolen"],
    },
    {
        title: "rejects a shared access signature",
        props: { properties: { type: "AzureBlobStorage", authenticationType: "SasUri", sasUri: "https://x?sig=y" } },
        found: [
            "properties.authenticationType: is not a managed identity",
            "properties.sasUri: holds something that can be stolen",
        ],
    },
    {
        title: "rejects plain HTTP, an unchecked certificate and a token for nobody",
        props: rest({ url: "http://door", enableServerCertificateValidation: false, aadResourceId: undefined }),
        found: [
            "properties.url: is not an https address",
            "properties.enableServerCertificateValidation: is off: anybody could answer",
            "properties.aadResourceId: is not set: the token would be for nobody",
        ],
    },
    {
        title: "rejects a linked service that says nothing",
        props: {},
        found: ["properties.authenticationType: is not a managed identity"],
    },
    {
        title: "accepts a credential of a managed identity",
        type: CREDENTIAL,
        props: { properties: { type: "ManagedIdentity" } },
        found: [],
    },
    {
        title: "rejects a credential of a service principal",
        type: CREDENTIAL,
        props: { properties: { type: "ServicePrincipal" } },
        found: ["properties.type: is not ManagedIdentity"],
    },
    {
        title: "rejects headers in a data set",
        type: DATASET,
        props: { properties: { additionalHeaders: "x-api-key: y" } },
        found: ["properties.additionalHeaders: holds something that can be stolen"],
    },
    { title: "accepts a web activity of a managed identity", type: PIPELINE, props: web({ type: "MSI" }), found: [] },
    {
        title: "rejects a web activity with a password",
        type: PIPELINE,
        props: web({ type: "Basic" }),
        found: ["activities[0].authentication.type: is not a managed identity"],
    },
    {
        title: "cannot decide while the address is unknown",
        props: rest({ url: unknown }),
        found: ["properties.url is unknown"],
    },
]);
