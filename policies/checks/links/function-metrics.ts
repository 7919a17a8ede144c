import type { Graph } from "../../core/graph.ts";
import { ALARM } from "../types.ts";

/** Of the metrics that a function counts itself, by its service name, those that no alarm watches. */
export function unwatched(graph: Graph, service: string, metrics: readonly string[]): string[] {
    const ofService = graph.ofType(ALARM).filter((alarm) => alarm.at("dimensions.service").text() === service);
    const watched = ofService.map((alarm) => alarm.at("metricName").text());
    return metrics.filter((metric) => !watched.includes(metric));
}
