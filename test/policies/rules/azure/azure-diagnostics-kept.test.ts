import { azureDiagnosticsKept } from "../../../../policies/rules/azure/azure-diagnostics-kept.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const setting = (props: Record<string, unknown> = {}) => ({
    type: "azure-native:monitor:DiagnosticSetting",
    name: "setting",
    props: {
        resourceUri: "/it",
        workspaceId: "/the-workspace",
        logs: [{ categoryGroup: "allLogs", enabled: true }],
        ...props,
    },
});
const ACCOUNT = "azure-native:storage:StorageAccount";
const props = { id: "/it" };
const LEFT_OUT = "diagnostics: leave out the logs, or the workspace to keep them in";

describeRule(azureDiagnosticsKept, [
    { title: "accepts a factory whose logs are kept", props, beside: [setting()], found: [] },
    {
        title: "accepts an account whose blob service's logs are kept",
        type: ACCOUNT,
        props,
        beside: [setting({ resourceUri: "/it/blobServices/default" })],
        found: [],
    },
    {
        title: "accepts a workspace that is not known yet",
        props,
        beside: [setting({ workspaceId: unknown })],
        found: [],
    },
    { title: "rejects a factory without diagnostics", props, found: ["diagnostics: are sent nowhere"] },
    {
        title: "rejects diagnostics of another resource",
        props,
        beside: [setting({ resourceUri: "/else" })],
        found: ["diagnostics: are sent nowhere"],
    },
    { title: "rejects metrics without logs", props, beside: [setting({ logs: [] })], found: [LEFT_OUT] },
    { title: "rejects logs that are off", props, beside: [setting({ logs: [{ enabled: false }] })], found: [LEFT_OUT] },
    { title: "rejects absent logs", props, beside: [setting({ logs: undefined })], found: [LEFT_OUT] },
    { title: "rejects an empty workspace", props, beside: [setting({ workspaceId: "" })], found: [LEFT_OUT] },
    {
        title: "goes by what the setting was made from while it is unknown, and cannot decide without",
        props,
        beside: [setting({ resourceUri: unknown })],
        found: ["resourceUri is unknown"],
    },
]);
