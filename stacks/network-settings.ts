import * as z from "zod/mini";

// Redshift asks for three as soon as its traffic stays in the network.
const error = "a whole number of availability zones from 3, which the warehouse needs, to 4";

/** The private network that the functions and the warehouse stand in. */
export const network = z.strictObject(
    {
        /** Availability zones that it spans; no more than the region has, which is 3 in most. */
        availabilityZones: z.int({ error }).check(z.gte(3, { error }), z.lte(4, { error })),
    },
    { error: "a group of settings" },
);
