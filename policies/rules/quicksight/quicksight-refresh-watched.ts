import { alarmOfDataSet, scheduleOfDataSet } from "../../checks/links/links.ts";
import { ALARM, DATA_SET } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { StackRule } from "../../core/rule.ts";

export const quicksightRefreshWatched: StackRule = {
    name: "quicksight-refresh-watched",
    scope: "stack",
    why: "Officers who look at copied figures cannot see that these are of last week.",
    severity: "medium",
    controls: ["nist:SI-4", "sox:404-operations-2", "iso:A.8.16"],
    fix: "Give each data set in SPICE a RefreshSchedule, and raise alarms on IngestionErrorCount and SPICECapacityConsumedInMB",
    types: [DATA_SET],
    check(dataSet, judge, graph) {
        judge(dataSet.at("importMode"), (mode) => {
            if (mode.text() !== "SPICE") return undefined;
            if (graph.referrers(dataSet, scheduleOfDataSet).length === 0)
                return "copies the figures once and never again";
            const alarms = graph.referrers(dataSet, alarmOfDataSet);
            const watched = alarms.some((alarm) => alarm.at("metricName").text() === "IngestionErrorCount");
            if (!watched) return "copies the figures, and nobody hears of a copy that failed";
            return roomIsWatched(graph)
                ? undefined
                : "copies the figures, and nobody hears when there is no room for them";
        });
    },
};

/** SPICE is one store for the whole account, so one alarm serves every data set. */
function roomIsWatched(graph: Graph): boolean {
    return graph
        .ofType(ALARM)
        .flatMap((alarm) => alarm.at("metricQueries").items())
        .some((query) => query.at("metric.metricName").text() === "SPICECapacityConsumedInMB");
}
