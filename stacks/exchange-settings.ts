import * as z from "zod/mini";
import { GROUP, oneOf, whole } from "./fields.ts";

/** The Azure side, and what comes from there. */
export const exchange = z.strictObject(
    {
        /** Copies of the data exchanged on Azure: in one building (LRS) or in three (ZRS), one region in both. */
        replication: oneOf(["Standard_LRS", "Standard_ZRS"]),
        /** Days for which the logs of Azure's side are kept. */
        logDays: whole("days", 30, 730),
        /** Hours without a whole supplementary set that raise an alarm; CloudWatch looks back a week at most. */
        staleHours: whole("hours", 1, 168),
    },
    { error: GROUP },
);
