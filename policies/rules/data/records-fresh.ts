import { isThePlatform } from "../../checks/held-to/of-the-platform.ts";
import { keepsRecords } from "../../checks/held-to/records.ts";
import { ALARM, BUCKET } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

/** What the step that writes records counts, and what tells that it had something to do. */
const NEEDED = ["scored", "NumberOfMessagesSent"];

export const recordsFresh: StackRule = {
    name: "records-fresh",
    scope: "stack",
    why: "When transactions come in and no record is written, fraud goes unseen although nothing fails.",
    severity: "high",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-1", "sox:404-operations-2"],
    fix: `Raise an alarm that compares ${NEEDED.join(" with ")}`,
    types: [BUCKET],
    check(bucket, judge, graph) {
        if (!isThePlatform(graph)) return;
        if (!keepsRecords(bucket)) return;
        judge(bucket.at("freshness"), () =>
            graph.ofType(ALARM).some(comparesBoth) ? undefined : "is watched by no alarm",
        );
    },
};

function comparesBoth(alarm: Resource): boolean {
    const queries = alarm.at("metricQueries").items();
    const read = queries.map((query) => query.at("metric.metricName").text());
    return NEEDED.every((metric) => read.includes(metric));
}
