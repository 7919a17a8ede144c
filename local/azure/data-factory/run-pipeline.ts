import type { Activity, Condition, Definitions, PipelineDefinition } from "./definitions.ts";
import { type Ended, runActivity } from "./run-activity.ts";
import type { Surroundings } from "./surroundings.ts";

export interface PipelineRun {
    readonly status: "Succeeded" | "Failed" | "Cancelled";
    readonly activities: ReadonlyMap<string, Ended>;
}

/** Runs the activities of a pipeline, each when those it depends on have ended; skips those whose conditions fail. */
export async function runPipeline(
    { activities }: PipelineDefinition,
    definitions: Definitions,
    runId: string,
    around: Surroundings,
    signal: AbortSignal,
): Promise<PipelineRun> {
    const ended = new Map<string, Ended>();
    let waiting = [...activities];
    while (waiting.length > 0 && !signal.aborted) {
        const ready = waiting.filter(({ dependsOn = [] }) => dependsOn.every(({ activity }) => ended.has(activity)));
        if (ready.length === 0) throw new Error(`activities wait for each other: ${waiting.map(({ name }) => name)}`);
        waiting = waiting.filter((one) => !ready.includes(one));
        const results = await Promise.all(
            ready.map(async (activity): Promise<[string, Ended]> => {
                if (!wanted(activity, ended)) return [activity.name, { Status: "Skipped" }];
                const scope = { runId, activities: ended };
                return [activity.name, await runActivity(activity, definitions, scope, around, signal)];
            }),
        );
        for (const [name, result] of results) ended.set(name, result);
    }
    if (signal.aborted) return { status: "Cancelled", activities: ended };
    return { status: succeeded(activities, ended) ? "Succeeded" : "Failed", activities: ended };
}

function wanted({ dependsOn = [] }: Activity, ended: ReadonlyMap<string, Ended>): boolean {
    return dependsOn.every(({ activity, dependencyConditions }) => {
        const status = ended.get(activity)?.Status;
        const holds = (condition: Condition) =>
            condition === "Completed" ? status === "Succeeded" || status === "Failed" : condition === status;
        return dependencyConditions.some(holds);
    });
}

/** A run is good when every last activity is; one that was skipped counts as what it waited for. */
function succeeded(activities: readonly Activity[], ended: ReadonlyMap<string, Ended>): boolean {
    const named = new Map(activities.map((one) => [one.name, one]));
    const needed = new Set(activities.flatMap(({ dependsOn = [] }) => dependsOn.map(({ activity }) => activity)));
    const good = (name: string): boolean => {
        const status = ended.get(name)?.Status;
        if (status !== "Skipped") return status === "Succeeded";
        return (named.get(name)?.dependsOn ?? []).every(({ activity }) => good(activity));
    };
    return activities.filter(({ name }) => !needed.has(name)).every(({ name }) => good(name));
}
