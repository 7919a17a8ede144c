import * as z from "zod/mini";
import { whole } from "./fields.ts";

/** The private network that the functions run in. */
export const network = z.strictObject(
    {
        /** Availability zones that it spans: 3 go on at two thirds when one fails, 2 cost less. */
        availabilityZones: whole("availability zones", 2, 3),
    },
    { error: "a group of settings" },
);
