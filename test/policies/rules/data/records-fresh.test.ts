import { recordsFresh } from "../../../../policies/rules/data/records-fresh.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (metricQueries: unknown) => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: "alarm",
    props: { metricQueries },
});
const both = [{ metric: { metricName: "scored" } }, { metric: { metricName: "NumberOfMessagesSent" } }];
const props = { objectLockEnabled: true };
const UNWATCHED = "freshness: is watched by no alarm";

describeRule(
    recordsFresh,
    [
        { title: "accepts records whose freshness is watched", props, beside: [alarm(both)], found: [] },
        { title: "leaves other buckets alone", props: {}, found: [] },
        { title: "rejects records without an alarm", props, found: [UNWATCHED] },
        { title: "rejects an alarm on one of both", props, beside: [alarm(both.slice(0, 1))], found: [UNWATCHED] },
        { title: "rejects an alarm without queries", props, beside: [alarm(undefined)], found: [UNWATCHED] },
        { title: "rejects an alarm with empty queries", props, beside: [alarm([])], found: [UNWATCHED] },
        {
            title: "cannot decide while the queries are unknown",
            props,
            beside: [alarm(unknown)],
            found: ["metricQueries is unknown"],
        },
        { title: "leaves programs alone that are not the platform", alone: true, props: {}, found: [] },
    ],
    "compliance:platform:Platform",
);
