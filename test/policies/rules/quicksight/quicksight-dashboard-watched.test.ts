import { quicksightDashboardWatched } from "../../../../policies/rules/quicksight/quicksight-dashboard-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const AT = "templateBody.Resources.Dashboard.Properties";
const template = (Type = "AWS::QuickSight::Dashboard") => ({
    templateBody: JSON.stringify({ Resources: { Dashboard: { Type, Properties: { DashboardId: "compliance" } } } }),
});
const alarm = (metricName = "VisualLoadErrorCount", DashboardId = "compliance") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: "alarm",
    props: { metricName, dimensions: { DashboardId } },
});
const UNHEARD = [`${AT}.DashboardId: is of a dashboard whose tiles may fail unheard`];

describeRule(quicksightDashboardWatched, [
    { title: "accepts a dashboard with an alarm", props: template(), beside: [alarm()], found: [] },
    { title: "accepts a template without a dashboard", props: template("AWS::QuickSight::Theme"), found: [] },
    { title: "accepts a stack without a template here", props: {}, found: [] },
    { title: "accepts an empty template", props: { templateBody: "{}" }, found: [] },
    { title: "rejects a dashboard without an alarm", props: template(), found: UNHEARD },
    {
        title: "rejects an alarm on something else",
        props: template(),
        beside: [alarm("DashboardViewCount")],
        found: UNHEARD,
    },
    { title: "rejects the alarm of another", props: template(), beside: [alarm(undefined, "other")], found: UNHEARD },
    {
        title: "cannot decide on an unknown template",
        props: { templateBody: unknown },
        found: ["templateBody is unknown"],
    },
]);
