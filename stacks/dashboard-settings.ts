import * as z from "zod/mini";
import { GROUP, oneOf } from "./fields.ts";

/** How fresh the figures of the compliance dashboard are. */
export const dashboards = z.strictObject(
    {
        /**
         * The last 24 hours: asked of the warehouse at each look, which keeps it awake while somebody looks, or copied
         * like everything else.
         */
        live: oneOf(["direct-query", "copied"]),
        /** How often figures are copied; QuickSight copies all of a data set once an hour at most. */
        refresh: oneOf(["HOURLY", "DAILY"]),
    },
    { error: GROUP },
);
