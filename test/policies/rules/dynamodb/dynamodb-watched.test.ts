import { dynamodbWatched } from "../../../../policies/rules/dynamodb/dynamodb-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const query = (metricName: string, TableName = "it") => ({ metric: { metricName, dimensions: { TableName } } });
const alarm = (...metricQueries: unknown[]) => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: "alarm",
    props: { metricQueries: [{ expression: "SUM(METRICS())" }, ...metricQueries] },
});
const throttles = [query("ReadThrottleEvents"), query("WriteThrottleEvents")];
const props = { name: "it" };
const NONE = "name: has no alarm on ReadThrottleEvents, WriteThrottleEvents, SystemErrors";

describeRule(dynamodbWatched, [
    { title: "accepts all three", props, beside: [alarm(...throttles, query("SystemErrors"))], found: [] },
    { title: "rejects a table without alarms", props, found: [NONE] },
    {
        title: "rejects one without the other",
        props,
        beside: [alarm(...throttles)],
        found: ["name: has no alarm on SystemErrors"],
    },
    { title: "rejects alarms of another table", props, beside: [alarm(query("SystemErrors", "else"))], found: [NONE] },
    { title: "rejects an alarm without queries", props, beside: [{ ...alarm(), props: {} }], found: [NONE] },
    { title: "rejects empty queries", props, beside: [{ ...alarm(), props: { metricQueries: [] } }], found: [NONE] },
    {
        title: "cannot decide while the table of an alarm is unknown",
        props,
        beside: [alarm(query("SystemErrors", unknown))],
        found: ["metricQueries[1].metric.dimensions.TableName is unknown"],
    },
]);
