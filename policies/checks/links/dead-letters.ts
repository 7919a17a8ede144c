import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { deadLettersOf } from "./links.ts";

/** Whether another queue moves to this one what it cannot deliver. */
export function holdsDeadLetters(queue: Resource, graph: Graph): boolean {
    return graph.referrers(queue, deadLettersOf).length > 0;
}
