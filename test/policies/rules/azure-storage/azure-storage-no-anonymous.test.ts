import { azureStorageNoAnonymous } from "../../../../policies/rules/azure-storage/azure-storage-no-anonymous.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const ACCOUNT = "azure-native:storage:StorageAccount";
const CONTAINER = "azure-native:storage:BlobContainer";

describeRule(azureStorageNoAnonymous, [
    {
        title: "accepts an account without anonymous access",
        type: ACCOUNT,
        props: { allowBlobPublicAccess: false },
        found: [],
    },
    {
        title: "rejects an account with it",
        type: ACCOUNT,
        props: { allowBlobPublicAccess: true },
        found: ["allowBlobPublicAccess: is not switched off"],
    },
    {
        title: "rejects an account that says nothing",
        type: ACCOUNT,
        props: {},
        found: ["allowBlobPublicAccess: is not switched off"],
    },
    { title: "accepts a private container", type: CONTAINER, props: { publicAccess: "None" }, found: [] },
    { title: "accepts a container that says nothing", type: CONTAINER, props: {}, found: [] },
    { title: "accepts a container with an empty value", type: CONTAINER, props: { publicAccess: "" }, found: [] },
    {
        title: "rejects an open container",
        type: CONTAINER,
        props: { publicAccess: "Container" },
        found: ["publicAccess: is Container, open to anybody"],
    },
    {
        title: "cannot decide while it is unknown",
        type: CONTAINER,
        props: { publicAccess: unknown },
        found: ["publicAccess is unknown"],
    },
]);
