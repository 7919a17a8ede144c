import * as z from "zod/mini";
import { oneOf, whole } from "./fields.ts";

/** The batch side: workflows that run by the clock. */
export const workflowSettings = z.strictObject(
    {
        /** What carries them out. AWS takes no new customers for Data Pipeline since 2024, and has it in five regions. */
        orchestrator: oneOf(["data-pipeline", "step-functions"]),
        /** Minutes from one collection of files to the next. One with all its attempts takes up to 55. */
        periodMinutes: whole("minutes", 55, 1440),
        /** Minutes from one look at the whole history to the next. One with all its attempts takes up to 820. */
        insightPeriodMinutes: whole("minutes", 820, 4320),
    },
    { error: "a group of settings" },
);
