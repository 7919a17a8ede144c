import * as z from "zod/mini";

/** The account of one landed file. What came in is `rows + (fault ? 1 : 0)`, and `rows = sent + quarantined`. */
export const Manifest = z.object({
    /** The landing key. */
    file: z.string(),
    source: z.string(),
    format: z.string(),
    versionId: z.string(),
    rows: z.int().check(z.nonnegative()),
    sent: z.int().check(z.nonnegative()),
    quarantined: z.int().check(z.nonnegative()),
    /** Why the file could not be read, or not to its end. */
    fault: z.optional(z.object({ reason: z.string(), detail: z.string() })),
    /** Of the bytes as they landed. */
    sha256: z.string(),
    startedAt: z.string(),
    finishedAt: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

export function manifestKey(landingKey: string, version: string): string {
    return `${landingKey}/${version}.json`;
}
