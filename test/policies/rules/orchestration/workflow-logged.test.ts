import { workflowLogged } from "../../../../policies/rules/orchestration/workflow-logged.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const group = { type: "aws:cloudwatch/logGroup:LogGroup", name: "log", props: { arn: "arn:log" } };
const logged = (changes: Record<string, unknown> = {}) => ({
    loggingConfiguration: {
        level: "ERROR",
        includeExecutionData: false,
        logDestination: "arn:log:*",
        ...changes,
    },
    tracingConfiguration: { enabled: true },
});
const level = "loggingConfiguration.level: is neither ERROR nor ALL";
const destination = "loggingConfiguration.logDestination: is no log group of this stack";
const tracing = "tracingConfiguration.enabled: is not on";
const beside = [group];

describeRule(workflowLogged, [
    { title: "accepts a log of errors without data", props: logged(), beside, found: [] },
    { title: "accepts a log of everything without data", props: logged({ level: "ALL" }), beside, found: [] },
    { title: "rejects a log of fatal errors only", props: logged({ level: "FATAL" }), beside, found: [level] },
    { title: "rejects a log that is off", props: logged({ level: "OFF" }), beside, found: [level] },
    {
        title: "rejects a log with the data",
        props: logged({ includeExecutionData: true }),
        beside,
        found: ["loggingConfiguration.includeExecutionData: writes what passes through the workflow into its log"],
    },
    { title: "rejects a log group that is not of this stack", props: logged(), found: [destination] },
    {
        title: "rejects another log group",
        props: logged({ logDestination: "arn:else:*" }),
        beside,
        found: [destination],
    },
    { title: "rejects a workflow without log and trace", props: {}, beside, found: [level, destination, tracing] },
    {
        title: "rejects an empty log and trace",
        props: { loggingConfiguration: {}, tracingConfiguration: {} },
        beside,
        found: [level, destination, tracing],
    },
    {
        title: "cannot decide while the level is unknown",
        props: logged({ level: unknown }),
        beside,
        found: ["loggingConfiguration.level is unknown"],
    },
]);
