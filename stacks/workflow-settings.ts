import * as z from "zod/mini";
import { whole } from "./fields.ts";

/**
 * The batch side. Every stack runs it by Step Functions: AWS Data Pipeline takes no new customers, and what the same
 * workflow compiles to for it is tested but not provisioned.
 */
export const workflowSettings = z.strictObject(
    {
        /** Minutes from the start of one run to the next. One with all its attempts takes up to 55. */
        periodMinutes: whole("minutes", 55, 1440),
    },
    { error: "a group of settings" },
);
