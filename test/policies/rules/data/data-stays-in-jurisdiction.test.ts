import { dataStaysInJurisdiction } from "../../../../policies/rules/data/data-stays-in-jurisdiction.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const QUEUE = "aws:sqs/queue:Queue";
const GROUP = "azure-native:resources:ResourceGroup";

describeRule(dataStaysInJurisdiction, [
    { title: "accepts the region of the provider", type: QUEUE, provider: { region: "eu-west-1" }, found: [] },
    {
        title: "accepts an own region",
        type: QUEUE,
        props: { region: "eu-central-1" },
        provider: { region: "eu-west-1" },
        found: [],
    },
    { title: "accepts an own location, in any spelling", type: GROUP, props: { location: "West Europe" }, found: [] },
    {
        title: "accepts an alert, which Azure keeps in no region",
        type: "azure-native:monitor:MetricAlert",
        props: { location: "global" },
        found: [],
    },
    {
        title: "rejects anything else without a region",
        type: GROUP,
        props: { location: "global" },
        found: ["location: is global, outside the European Union"],
    },
    {
        title: "rejects a region of the provider outside",
        type: QUEUE,
        provider: { region: "us-east-1" },
        found: ["provider.region: is us-east-1, outside the European Union"],
    },
    {
        title: "rejects an own region outside",
        type: QUEUE,
        props: { region: "us-east-1" },
        provider: { region: "eu-west-1" },
        found: ["region: is us-east-1, outside the European Union"],
    },
    {
        title: "rejects a location outside",
        type: GROUP,
        props: { location: "eastus" },
        found: ["location: is eastus, outside the European Union"],
    },
    {
        title: "rejects a provider outside",
        type: "pulumi:providers:aws",
        props: { region: "eu-west-2" },
        found: ["region: is eu-west-2, outside the European Union"],
    },
    {
        title: "leaves what has no region alone",
        type: "aws:iam/role:Role",
        provider: { region: "us-east-1" },
        found: [],
    },
    {
        title: "leaves children on Azure to their parent",
        type: "azure-native:storage:BlobContainer",
        props: {},
        found: [],
    },
    {
        title: "goes by the provider while an own region is empty",
        type: QUEUE,
        props: { region: "" },
        provider: { region: "us-east-1" },
        found: ["provider.region: is us-east-1, outside the European Union"],
    },
    {
        title: "cannot decide while the region is unknown",
        type: QUEUE,
        props: { region: unknown },
        found: ["region is unknown"],
    },
]);
