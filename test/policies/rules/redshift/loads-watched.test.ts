import { loadsWatched } from "../../../../policies/rules/redshift/loads-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const alarm = (name: string, props: Record<string, unknown>) => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name,
    props,
});
const refused = (service: unknown = "load") => alarm("refused", { metricName: "loadsFailed", dimensions: { service } });
const compared = (...names: string[]) =>
    alarm("compared", { metricQueries: names.map((metricName) => ({ metric: { metricName } })) });
const both = compared("objectsLoaded", "NumberOfMessagesSent");
const REFUSED = "loads: are watched by no alarm on loadsFailed";
const STALE = "freshness: is watched by no alarm";

describeRule(
    loadsWatched,
    [
        { title: "accepts a warehouse whose loads and freshness are watched", beside: [refused(), both], found: [] },
        { title: "rejects a warehouse that nobody watches", found: [REFUSED, STALE] },
        {
            title: "rejects an alarm on what another function counts",
            beside: [refused("score"), both],
            found: [REFUSED],
        },
        { title: "rejects an alarm on one of both", beside: [refused(), compared("objectsLoaded")], found: [STALE] },
        {
            title: "cannot decide while the function is unknown",
            beside: [refused(unknown), both],
            found: ["dimensions.service is unknown"],
        },
        { title: "leaves programs alone that are not the platform", alone: true, props: {}, found: [] },
    ],
    "compliance:platform:Platform",
);
