import { quicksightDashboardClosed } from "../../../../policies/rules/quicksight/quicksight-dashboard-closed.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const AT = "templateBody.Resources.Dashboard.Properties";
const group = "arn:aws:quicksight:eu-west-1:123456789012:group/default/compliance-officers";
const closed = (Principal = group) => ({
    Permissions: [{ Principal, Actions: ["quicksight:QueryDashboard"] }],
    DashboardPublishOptions: { ExportToCSVOption: { AvailabilityStatus: "DISABLED" } },
});
const template = (Properties: object, Type = "AWS::QuickSight::Dashboard") => ({
    templateBody: JSON.stringify({ Resources: { Dashboard: { Type, Properties } } }),
});
const namespace = "arn:aws:quicksight:eu-west-1:123456789012:namespace/default";

describeRule(quicksightDashboardClosed, [
    { title: "accepts groups that are named", props: template(closed()), found: [] },
    { title: "accepts a person", props: template(closed(group.replace("group", "user"))), found: [] },
    { title: "accepts a template without a dashboard", props: template({}, "AWS::QuickSight::Theme"), found: [] },
    { title: "accepts a stack without a template here", props: {}, found: [] },
    { title: "accepts an empty template", props: { templateBody: "{}" }, found: [] },
    {
        title: "rejects everybody in the account",
        props: template(closed(namespace)),
        found: [`${AT}.Permissions[0].Principal: is ${namespace}, neither a group nor a person`],
    },
    {
        title: "rejects every group",
        props: template(closed(group.replace("compliance-officers", "*"))),
        found: [
            `${AT}.Permissions[0].Principal: is ${group.replace("compliance-officers", "*")}, neither a group nor a person`,
        ],
    },
    {
        title: "rejects a link for everybody",
        props: template({ ...closed(), LinkSharingConfiguration: { Permissions: [] } }),
        found: [`${AT}.LinkSharingConfiguration: lets everybody in who has the link`],
    },
    {
        title: "rejects files to take away, which QuickSight offers by default",
        props: template({ Permissions: [] }),
        found: [
            `${AT}.DashboardPublishOptions.ExportToCSVOption.AvailabilityStatus: lets readers carry the figures away as files`,
        ],
    },
    {
        title: "cannot decide on an unknown template",
        props: { templateBody: unknown },
        found: ["templateBody is unknown"],
    },
]);
