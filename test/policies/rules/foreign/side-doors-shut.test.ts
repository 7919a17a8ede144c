import { sideDoorsShut } from "../../../../policies/rules/foreign/side-doors-shut.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const STORAGE = "azure-native:storage:StorageAccount";
const BLOBS = "azure-native:storage:BlobServiceProperties";
const SOURCE = "aws:quicksight/dataSource:DataSource";
const everybody = (principal: string) => ({ permissions: [{ principal, actions: ["quicksight:DescribeDataSource"] }] });

describeRule(sideDoorsShut, [
    { title: "accepts doors that nobody opened", props: {}, beside: [{ type: STORAGE }, { type: BLOBS }], found: [] },
    {
        title: "accepts one site, one group, and a private object",
        props: { corsConfiguration: { allowOrigins: ["https://console.bank.example"] } },
        beside: [
            { type: SOURCE, props: everybody("arn:aws:quicksight:eu-west-1:222222222222:group/default/officers") },
            { type: "aws:s3/bucketObjectv2:BucketObjectv2", props: { acl: "private" } },
        ],
        found: [],
    },
    ...["*", "https://*"].map((origin) => ({
        title: `rejects an API for pages of ${origin}`,
        props: { corsConfiguration: { allowOrigins: [origin] } },
        found: ["corsConfiguration.allowOrigins: lets pages of every site call it"],
    })),
    {
        title: "rejects notebooks in Spark",
        type: "aws:emrserverless/application:Application",
        props: { interactiveConfiguration: { livyEndpointEnabled: true, studioEnabled: false } },
        found: ["interactiveConfiguration.livyEndpointEnabled: lets people run what no job of ours says"],
    },
    {
        title: "rejects files by NFS and another name",
        type: STORAGE,
        props: { enableNfsV3: true, customDomain: { name: "files.example" } },
        found: [
            "enableNfsV3: lets files be read without anybody saying who he is",
            "customDomain: is reached under a name without a certificate of ours",
        ],
    },
    {
        title: "rejects blobs for pages of every site",
        type: BLOBS,
        props: { cors: { corsRules: [{ allowedOrigins: ["*"] }] } },
        found: ["cors.corsRules[0].allowedOrigins: lets pages of every site call it"],
    },
    {
        title: "rejects an object that others may read",
        type: "aws:s3/bucketObjectv2:BucketObjectv2",
        props: { acl: "authenticated-read" },
        found: ["acl: lets others read the object"],
    },
    ...["namespace/default", "*", "user/*"].map((who) => ({
        title: `rejects figures for ${who}`,
        type: SOURCE,
        props: everybody(`arn:aws:quicksight:eu-west-1:222222222222:${who}`),
        found: ["permissions[0].principal: is everybody in the account"],
    })),
    {
        title: "cannot decide while it is unknown",
        props: { corsConfiguration: { allowOrigins: unknown } },
        found: ["corsConfiguration.allowOrigins is unknown"],
    },
]);
