import { quicksightRefreshWatched } from "../../../../policies/rules/quicksight/quicksight-refresh-watched.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const schedule = (dataSetId: unknown = "figures") => ({
    type: "aws:quicksight/refreshSchedule:RefreshSchedule",
    name: "schedule",
    props: { dataSetId },
});
const alarm = (metricName = "IngestionErrorCount", DatasetId: unknown = "figures") => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: "alarm",
    props: { metricName, dimensions: { DatasetId } },
});
const room = {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: "room",
    props: { metricQueries: [{ metric: { metricName: "SPICECapacityConsumedInMB" } }] },
};
const props = { importMode: "SPICE", dataSetId: "figures" };
const ONCE = ["importMode: copies the figures once and never again"];
const UNHEARD = ["importMode: copies the figures, and nobody hears of a copy that failed"];

describeRule(quicksightRefreshWatched, [
    { title: "accepts copies that are renewed and watched", props, beside: [schedule(), alarm(), room], found: [] },
    { title: "accepts what is asked live", props: { importMode: "DIRECT_QUERY" }, found: [] },
    { title: "accepts a data set that says nothing, which is no copy", props: {}, found: [] },
    {
        title: "rejects copies for which there may be no room",
        props,
        beside: [schedule(), alarm()],
        found: ["importMode: copies the figures, and nobody hears when there is no room for them"],
    },
    { title: "rejects a copy without a schedule", props, beside: [alarm()], found: ONCE },
    { title: "rejects the schedule of another", props, beside: [schedule("others"), alarm()], found: ONCE },
    { title: "rejects a copy without an alarm", props, beside: [schedule()], found: UNHEARD },
    {
        title: "rejects an alarm without dimensions",
        props,
        beside: [schedule(), { ...alarm(), props: {} }],
        found: UNHEARD,
    },
    {
        title: "rejects an alarm on something else",
        props,
        beside: [schedule(), alarm("IngestionRowCount")],
        found: UNHEARD,
    },
    {
        title: "cannot decide while the data set of the schedule is unknown",
        props,
        beside: [schedule(unknown), alarm()],
        found: ["dataSetId is unknown"],
    },
]);
