import { dashboardComplete } from "../../../../policies/rules/alarms/dashboard-complete.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const dashboard = (dashboardBody: unknown) => ({
    type: "aws:cloudwatch/dashboard:Dashboard",
    name: "dashboard",
    props: { dashboardBody },
});
const showing = (...metrics: unknown[][]) =>
    dashboard(JSON.stringify({ widgets: [{ type: "text" }, { type: "metric", properties: { metrics } }] }));
const props = { name: "it" };
const NOWHERE = "name: is on no dashboard";

describeRule(dashboardComplete, [
    {
        title: "accepts what a dashboard shows",
        props,
        beside: [showing(["AWS/Lambda", "Errors", "FunctionName", "it", { stat: "Sum" }])],
        found: [],
    },
    { title: "rejects what no dashboard shows", props, found: [NOWHERE] },
    {
        title: "rejects what only looks like its name",
        props,
        beside: [showing(["it", "it", "FunctionName", "else"])],
        found: [NOWHERE],
    },
    { title: "rejects a dashboard without metrics", props, beside: [showing()], found: [NOWHERE] },
    { title: "rejects a dashboard that is empty", props, beside: [dashboard("")], found: [NOWHERE] },
    { title: "rejects a dashboard that is no JSON", props, beside: [dashboard("{")], found: [NOWHERE] },
    {
        title: "cannot decide while the dashboard is unknown",
        props,
        beside: [dashboard(unknown)],
        found: ["dashboardBody is unknown"],
    },
]);
