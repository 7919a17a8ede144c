import { regionsOurs } from "../../../../policies/rules/foreign/regions-ours.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const TABLE = "aws:dynamodb/table:Table";
const foreign = (region: string) => `is ${region}, in which nothing of ours may be`;

describeRule(regionsOurs, [
    { title: "accepts a resource that names no region", type: TABLE, props: {}, found: [] },
    {
        title: "accepts our regions",
        type: TABLE,
        props: { region: "eu-west-1", replicas: [{ regionName: "eu-west-1" }] },
        found: [],
    },
    {
        title: "accepts a location of Azure as it writes them",
        type: "azure-native:storage:StorageAccount",
        props: { location: "West Europe" },
        found: [],
    },
    {
        title: "accepts an alert, which is in no place",
        type: "azure-native:monitor:MetricAlert",
        props: { location: "global" },
        found: [],
    },
    {
        title: "rejects a replica of a table elsewhere, even within the Union",
        type: TABLE,
        props: { replicas: [{ regionName: "eu-west-1" }, { regionName: "eu-central-1" }] },
        found: [`replicas[1].regionName: ${foreign("eu-central-1")}`],
    },
    {
        title: "rejects a replica of a secret elsewhere",
        type: "aws:secretsmanager/secret:Secret",
        props: { replicas: [{ region: "us-east-1" }] },
        found: [`replicas[0].region: ${foreign("us-east-1")}`],
    },
    {
        title: "rejects a resource elsewhere",
        type: TABLE,
        props: { region: "us-east-1" },
        found: [`region: ${foreign("us-east-1")}`],
    },
    {
        title: "rejects data of Azure in no place",
        type: "azure-native:storage:StorageAccount",
        props: { location: "global" },
        found: [`location: ${foreign("global")}`],
    },
    {
        title: "rejects a key for many regions",
        type: "aws:kms/key:Key",
        props: { multiRegion: true },
        found: ["multiRegion: lets the key be copied into any region"],
    },
    {
        title: "cannot decide while it is unknown",
        type: TABLE,
        props: { region: unknown },
        found: ["region is unknown"],
    },
]);
