import { redshiftAudited } from "../../../../policies/rules/redshift/redshift-audited.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const LOGS = ["connectionlog", "userlog", "useractivitylog"];
const props = { namespaceName: "it", logExports: LOGS };
const group = (name: unknown) => ({ type: "aws:cloudwatch/logGroup:LogGroup", name: "group", props: { name } });
const groups = LOGS.map((log) => group(`/aws/redshift/it/${log}`));
const [connections, users] = groups;

describeRule(redshiftAudited, [
    { title: "accepts all logs with their groups", props, beside: groups, found: [] },
    {
        title: "rejects a namespace that exports nothing",
        props: { namespaceName: "it" },
        beside: groups,
        found: ["logExports: leaves out connectionlog, userlog, useractivitylog"],
    },
    {
        title: "rejects a log left out",
        props: { ...props, logExports: ["userlog", "connectionlog"] },
        beside: groups,
        found: ["logExports: leaves out useractivitylog"],
    },
    {
        title: "rejects a group left out",
        props,
        beside: [connections, users].flatMap((one) => one ?? []),
        found: ["namespaceName: has no log group in the stack for useractivitylog"],
    },
    {
        title: "rejects groups of another namespace",
        props,
        beside: LOGS.map((log) => group(`/aws/redshift/else/${log}`)),
        found: ["namespaceName: has no log group in the stack for connectionlog, userlog, useractivitylog"],
    },
    {
        title: "cannot decide while a group's name is unknown",
        props,
        beside: [group(unknown)],
        found: ["name is unknown"],
    },
]);
