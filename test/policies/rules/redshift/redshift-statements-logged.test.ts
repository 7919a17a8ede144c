import { redshiftStatementsLogged } from "../../../../policies/rules/redshift/redshift-statements-logged.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const set = (parameterKey: string, parameterValue: unknown) => ({
    configParameters: [{ parameterKey, parameterValue }],
});
const MISSING = "configParameters: does not set enable_user_activity_logging to true";

describeRule(redshiftStatementsLogged, [
    { title: "accepts the parameter", props: set("enable_user_activity_logging", "true"), found: [] },
    { title: "rejects a workgroup without parameters", props: {}, found: [MISSING] },
    { title: "rejects an empty list", props: { configParameters: [] }, found: [MISSING] },
    {
        title: "rejects the parameter switched off",
        props: set("enable_user_activity_logging", "false"),
        found: [MISSING],
    },
    { title: "rejects another parameter", props: set("auto_mv", "true"), found: [MISSING] },
    {
        title: "cannot decide while the value is unknown",
        props: set("enable_user_activity_logging", unknown),
        found: ["configParameters[0].parameterValue is unknown"],
    },
]);
