import { isThePlatform } from "../../checks/held-to/of-the-platform.ts";
import { ALARM, API } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

/** What Azure must bring again and again. */
const SETS = ["customer-risk-ratings", "sanctions-list", "politically-exposed-persons", "device-reputation"];

export const supplementaryFresh: StackRule = {
    name: "supplementary-fresh",
    scope: "stack",
    why: "A run of Azure's that never begins fails nowhere, and verdicts rest on an old sanctions list.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-1", "sox:404-operations-2"],
    fix: "Raise an alarm on the metric completed of each set, with missing data as breaching",
    types: [API],
    check(api, judge, graph) {
        if (!isThePlatform(graph)) return;
        for (const set of SETS) {
            judge(api.at("freshness"), () =>
                graph.ofType(ALARM).some((alarm) => watches(alarm, set))
                    ? undefined
                    : `of ${set} is watched by no alarm`,
            );
        }
    },
};

function watches(alarm: Resource, set: string): boolean {
    return (
        alarm.at("metricName").text() === "completed" &&
        alarm.at("dimensions.set").text() === set &&
        alarm.at("comparisonOperator").text() === "LessThanThreshold" &&
        alarm.at("treatMissingData").text() === "breaching"
    );
}
