import * as z from "zod/mini";

/** One landed file to unpack, and how far that is. */
export const Job = z.object({
    bucket: z.string(),
    /** The landing key; a card number in it is replaced by its token before anything is made of it. */
    key: z.string(),
    /** The key as it landed, sealed, where `key` is not it. */
    sealedKey: z.optional(z.string()),
    /** The version id, or the entity tag where the bucket keeps no versions: part of every origin of the file. */
    version: z.string(),
    versionId: z.optional(z.string()),
    eTag: z.string(),
    /** When the file landed. */
    receivedAt: z.string(),
    /** When the first invocation began with it. */
    startedAt: z.optional(z.string()),
    /** Rows that are done, and what became of them. */
    rows: z.int().check(z.nonnegative()),
    sent: z.int().check(z.nonnegative()),
    quarantined: z.int().check(z.nonnegative()),
});
export type Job = z.infer<typeof Job>;

/** The message by which an invocation hands the rest of a file to the next one. */
export const Checkpoint = z.object({ type: z.literal("unpack-checkpoint"), job: Job });

export function checkpointBody(job: Job): string {
    return JSON.stringify({ type: "unpack-checkpoint", job } satisfies z.infer<typeof Checkpoint>);
}
