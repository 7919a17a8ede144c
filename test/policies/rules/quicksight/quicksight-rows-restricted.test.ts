import { quicksightRowsRestricted } from "../../../../policies/rules/quicksight/quicksight-rows-restricted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const TYPE = "aws:quicksight/dataSet:DataSet";
const rules = (props: object = { useAs: "RLS_RULES" }) => ({
    type: TYPE,
    name: "rules",
    props: { arn: "arn:rules", ...props },
});
const restricted = (changes: object = {}) => ({
    rowLevelPermissionDataSet: { arn: "arn:rules", permissionPolicy: "GRANT_ACCESS", ...changes },
});
const ELSE = "useAs: is not set on the data set with the rules";
const NONE = "useAs: is not set, and no rowLevelPermissionDataSet of this stack is";

describeRule(quicksightRowsRestricted, [
    { title: "accepts rows by rules of the stack", props: restricted(), beside: [rules()], found: [] },
    { title: "accepts the rules themselves", props: { useAs: "RLS_RULES" }, found: [] },
    { title: "rejects a data set without rules", props: {}, found: [NONE] },
    { title: "rejects empty rules", props: { rowLevelPermissionDataSet: {} }, found: [NONE] },
    { title: "rejects rules that are elsewhere", props: restricted(), found: [NONE] },
    {
        title: "rejects rules by a data set that is for something else",
        props: restricted(),
        beside: [rules(restricted())],
        found: [ELSE, `rules ${ELSE}`],
    },
    {
        title: "rejects rules that hide instead of show",
        props: restricted({ permissionPolicy: "DENY_ACCESS" }),
        beside: [rules()],
        found: ["rowLevelPermissionDataSet.permissionPolicy: shows rows to whoever is in no rule"],
    },
    {
        title: "rejects rules that are off",
        props: restricted({ status: "DISABLED" }),
        beside: [rules()],
        found: ["rowLevelPermissionDataSet.status: is disabled"],
    },
    {
        title: "rejects owners, who see every row",
        props: { ...restricted(), permissions: [{ principal: "arn:group", actions: ["quicksight:PassDataSet"] }] },
        beside: [rules()],
        found: ["permissions: gives it to people"],
    },
    {
        title: "cannot decide on rules that are not known yet",
        props: restricted({ arn: unknown }),
        beside: [rules()],
        found: ["rowLevelPermissionDataSet.arn is unknown"],
    },
]);
