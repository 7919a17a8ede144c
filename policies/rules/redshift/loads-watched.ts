import { isThePlatform } from "../../checks/held-to/of-the-platform.ts";
import { unwatched } from "../../checks/links/function-metrics.ts";
import { ALARM, WAREHOUSE } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { StackRule } from "../../core/rule.ts";

/** What the step that loads counts where the warehouse refused, and what tells that it had something to do. */
const REFUSED = ["loadsFailed"];
const COMPARED = ["objectsLoaded", "NumberOfMessagesSent"];

export const loadsWatched: StackRule = {
    name: "loads-watched",
    scope: "stack",
    why: "A warehouse that nothing reaches fails nothing: officers decide by figures of yesterday without knowing it.",
    severity: "medium",
    controls: ["pci:10.7.2", "nist:SI-4", "sox:404-operations-1", "sox:404-operations-2"],
    fix: `Raise an alarm on ${REFUSED.join(" and ")} of the service load, and one that compares ${COMPARED.join(" with ")}`,
    types: [WAREHOUSE],
    check(workgroup, judge, graph) {
        if (!isThePlatform(graph)) return;
        judge(workgroup.at("loads"), () => {
            const missing = unwatched(graph, "load", REFUSED);
            return missing.length === 0 ? undefined : `are watched by no alarm on ${missing.join(", ")}`;
        });
        judge(workgroup.at("freshness"), () => (isCompared(graph) ? undefined : "is watched by no alarm"));
    },
};

function isCompared(graph: Graph): boolean {
    return graph.ofType(ALARM).some((alarm) => {
        const queries = alarm.at("metricQueries").items();
        const read = queries.map((query) => query.at("metric.metricName").text());
        return COMPARED.every((metric) => read.includes(metric));
    });
}
