import type { Program } from "../program/program.ts";
import { calledIn } from "./called.ts";
import { byQuickSight } from "./in-its-name/dashboards.ts";
import { byFlowLogs } from "./in-its-name/flow-logs.ts";
import { byLambda } from "./in-its-name/functions.ts";
import { bySageMaker } from "./in-its-name/machines.ts";
import { byAthena } from "./in-its-name/queries.ts";
import { bySchedulers } from "./in-its-name/schedules.ts";
import { bySpark } from "./in-its-name/spark.ts";
import { byRedshift } from "./in-its-name/warehouse.ts";
import { byTrainings, byWorker } from "./in-its-name/worker.ts";
import { byStepFunctions } from "./in-its-name/workflows.ts";
import { usesOfKeys } from "./keys.ts";
import type { Need } from "./need.ts";
import type { Recorded } from "./recorded.ts";

/** All that any role of a program needs: what AWS does in its name, what its bearer calls, and the keys for both. */
export function needsOf(program: Program, used: readonly Recorded[]): Need[] {
    const own = inTheirNames(program);
    const all = [...own, ...calledIn(program, own, used)];
    return [...all, ...usesOfKeys(program, all)];
}

/** What AWS does in the name of roles, by what the program makes. */
function inTheirNames(program: Program): Need[] {
    return [
        ...byLambda(program),
        ...byStepFunctions(program),
        ...bySchedulers(program),
        ...byWorker(program),
        ...byTrainings(program),
        ...bySageMaker(program),
        ...byRedshift(program),
        ...bySpark(program),
        ...byFlowLogs(program),
        ...byAthena(program),
        ...byQuickSight(program),
    ];
}
