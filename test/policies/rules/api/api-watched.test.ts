import { apiWatched } from "../../../../policies/rules/api/api-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (metricName: string, ApiId = "it") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: metricName,
    props: { metricName, dimensions: { ApiId } },
});

describeRule(apiWatched, [
    {
        title: "accepts all three alarms",
        props: { id: "it" },
        beside: [alarm("4xx"), alarm("5xx"), alarm("Latency")],
        found: [],
    },
    { title: "rejects an API without alarms", props: { id: "it" }, found: ["id: has no alarm on 4xx, 5xx, Latency"] },
    {
        title: "rejects an alarm on another API",
        props: { id: "it" },
        beside: [alarm("4xx", "else"), alarm("5xx"), alarm("Latency")],
        found: ["id: has no alarm on 4xx"],
    },
    {
        title: "cannot decide while the API of an alarm is unknown",
        props: { id: "it" },
        beside: [alarm("4xx", unknown)],
        found: ["dimensions.ApiId is unknown"],
    },
]);
