import { lambdaLogGroup } from "../../../../policies/rules/lambda/lambda-log-group.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const GROUP = { type: "aws:cloudwatch/logGroup:LogGroup", name: "logs", props: { name: "logs-it" } };
const REFUSED = ["loggingConfig.logGroup: is no log group of this stack"];

describeRule(lambdaLogGroup, [
    {
        title: "accepts a log group of the stack",
        props: { name: "it", loggingConfig: { logGroup: "logs-it" } },
        beside: [GROUP],
        found: [],
    },
    {
        title: "accepts one with the name that Lambda would take",
        props: { name: "it" },
        beside: [{ ...GROUP, props: { name: "/aws/lambda/it" } }],
        found: [],
    },
    {
        title: "accepts one that is linked while its name is unknown",
        props: { name: "it", loggingConfig: { logGroup: unknown } },
        madeFrom: { loggingConfig: "logs" },
        beside: [{ ...GROUP, props: { name: unknown } }],
        found: [],
    },
    { title: "rejects a function without one", props: { name: "it" }, found: REFUSED },
    {
        title: "rejects a log group from elsewhere",
        props: { name: "it", loggingConfig: { logGroup: "else" } },
        beside: [GROUP],
        found: REFUSED,
    },
    {
        title: "rejects an empty name",
        props: { name: "it", loggingConfig: { logGroup: "" } },
        beside: [GROUP],
        found: REFUSED,
    },
    {
        title: "cannot decide while the name is unknown",
        props: { name: "it", loggingConfig: { logGroup: unknown } },
        beside: [GROUP],
        found: ["loggingConfig.logGroup is unknown"],
    },
]);
