import * as z from "zod/mini";
import type { SupplementarySet } from "./supplementary.ts";

/** A set that is whole: the run that brought it, and what its manifest must hash to. */
const WholeSet = z.object({
    run: z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
    rows: z.int().check(z.positive()),
    /** SHA-256 of the manifest's text. The bucket alone proves nothing: whoever has the factory's token may add to it. */
    manifestSha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    /** When the run ended. */
    completedAt: z.iso.datetime(),
});
export type WholeSet = z.infer<typeof WholeSet>;

/** Which set counts now, and the one before it, which stays in use where the newer one cannot be read. */
export const SupplementaryPointer = z.object({ current: WholeSet, former: z.optional(WholeSet) });
export type SupplementaryPointer = z.infer<typeof SupplementaryPointer>;

export type SupplementaryPointers = ReadonlyMap<SupplementarySet, SupplementaryPointer>;

/** Where the pointers lie among the runs: together, so that one query finds all of them. No set has this name. */
export const POINTERS = "current";
