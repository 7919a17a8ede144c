import type { Rule } from "../../core/rule.ts";
import { pipelineOwnRole } from "./pipeline-own-role.ts";
import { pipelineTellsOfFailures } from "./pipeline-tells-of-failures.ts";
import { pipelineWorkerWatched } from "./pipeline-worker-watched.ts";
import { scheduleWatched } from "./schedule-watched.ts";
import { workflowLogged } from "./workflow-logged.ts";
import { workflowWatched } from "./workflow-watched.ts";

/** State machines, pipelines and schedules. */
export const orchestrationRules: readonly Rule[] = [
    pipelineOwnRole,
    pipelineTellsOfFailures,
    pipelineWorkerWatched,
    scheduleWatched,
    workflowLogged,
    workflowWatched,
];
