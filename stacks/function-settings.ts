import * as z from "zod/mini";
import { whole } from "./fields.ts";

const GROUP = "a group of settings";

// zod skips a rule over several fields as soon as one field is wrong; we report all faults at once.
export const alsoAmongOtherFaults = ({ value }: { value: unknown }) => value instanceof Object;

const memoryMegabytes = whole("megabytes", 128, 10_240);

/** How many of a function's copies one queue may keep busy. AWS accepts 2 to 1000. */
const maximumConcurrency = whole("concurrent runs", 2, 1000);

const batch = {
    /** Memory of the function, in megabytes. AWS gives processor time in proportion. */
    memoryMegabytes,
    /** Messages handed to the function at once; some queues hold packs of up to 50 transactions. */
    batchSize: whole("messages", 1, 10_000),
    /** Longest wait for a full batch, in seconds; it adds to the time until an alert. */
    windowSeconds: whole("seconds", 0, 300),
    maximumConcurrency,
};

const withWindow = z.refine<{ batchSize: number; windowSeconds: number }>(
    ({ batchSize, windowSeconds }) => !(batchSize > 10 && windowSeconds < 1),
    {
        error: "1 or more, because AWS asks for a window when batchSize is above 10",
        path: ["windowSeconds"],
        when: alsoAmongOtherFaults,
    },
);

/** A function that takes messages by the batch. */
export const batched = z.strictObject(batch, { error: GROUP }).check(withWindow);

/** One that takes live messages one by one, and packs of up to 50 out of files. */
export const batchedByPacks = z
    .strictObject(
        {
            ...batch,
            /** Packs handed to the function at once. */
            packBatchSize: whole("packs", 1, 100),
        },
        { error: GROUP },
    )
    .check(withWindow);

/** One that takes live messages and, beside them, those that nobody waits for. */
export const batchedApart = z
    .strictObject(
        {
            ...batch,
            /** The same limit for messages out of files, which must not take the room of live ones. */
            bulkConcurrency: maximumConcurrency,
        },
        { error: GROUP },
    )
    .check(withWindow);

/** A function that takes them one by one, or a few. */
export const alone = z.strictObject({ memoryMegabytes, maximumConcurrency }, { error: GROUP });

/** A function that no queue feeds. */
export const memory = z.strictObject({ memoryMegabytes }, { error: GROUP });
