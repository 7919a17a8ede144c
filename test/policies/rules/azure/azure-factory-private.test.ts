import { azureFactoryPrivate } from "../../../../policies/rules/azure/azure-factory-private.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(azureFactoryPrivate, [
    { title: "accepts a private factory", props: { publicNetworkAccess: "Disabled" }, found: [] },
    {
        title: "rejects a public one",
        props: { publicNetworkAccess: "Enabled" },
        found: ["publicNetworkAccess: is not Disabled"],
    },
    { title: "rejects one that says nothing", props: {}, found: ["publicNetworkAccess: is not Disabled"] },
    {
        title: "rejects an empty value",
        props: { publicNetworkAccess: "" },
        found: ["publicNetworkAccess: is not Disabled"],
    },
    {
        title: "cannot decide while it is unknown",
        props: { publicNetworkAccess: unknown },
        found: ["publicNetworkAccess is unknown"],
    },
]);
