import type { Graph } from "../../core/graph.ts";
import { PLATFORM } from "../types.ts";

/** Whether the program is the platform, whose steps have names and counts of their own; other programs have others. */
export function isThePlatform(graph: Graph): boolean {
    return graph.ofType(PLATFORM).length > 0;
}
