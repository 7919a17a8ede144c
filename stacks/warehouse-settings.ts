import * as z from "zod/mini";
import { GROUP, oneOf, whole } from "./fields.ts";
import { alsoAmongOtherFaults } from "./function-settings.ts";

const BY_EIGHTS = Array.from({ length: 64 }, (_, index) => 8 * (index + 1));

/** Redshift processing units: what AWS lets a workgroup have in every region. */
function rpus() {
    return z.literal([4, ...BY_EIGHTS, 1024], { error: "a number of RPUs: 4, 8 to 512 by eights, or 1024" });
}

/** The warehouse of transactions; it costs by the RPU-hour, and nothing while nobody asks. */
export const warehouse = z
    .strictObject(
        {
            /** Capacity that a query begins with. Small ones take up to 32 TB of data, 4 RPUs as much less. */
            baseCapacity: rpus(),
            /** Capacity that it grows to at most. */
            maxCapacity: rpus(),
            /** What a day may use, in RPU-hours; somebody is told at four fifths of it. */
            dailyRpuHours: whole("RPU-hours", 2, 100_000),
            /** When that is used up: refuse queries until midnight UTC, or go on and report it as a metric. */
            whenUsedUp: oneOf(["deactivate", "emit-metric"]),
            /** Longest run of a query; Redshift then ends it. */
            longestQuerySeconds: whole("seconds", 60, 86_399),
        },
        { error: GROUP },
    )
    .check(
        z.refine(({ baseCapacity, maxCapacity }) => !(maxCapacity < baseCapacity), {
            error: "baseCapacity or more",
            path: ["maxCapacity"],
            when: alsoAmongOtherFaults,
        }),
    );
