import * as z from "zod/mini";

const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = () => z.int().check(z.nonnegative());

/** What a report consists of; whoever has a file of it can check it by its hash. */
export const ReportManifest = z.object({
    report: z.string(),
    period: z.object({ from: z.string(), to: z.string() }),
    /** Counts from 1; the greatest of a period is the one that holds. */
    version: z.int().check(z.positive()),
    files: z.array(
        z.object({
            query: z.string(),
            /** Of the query's text, in hexadecimal. */
            querySha256: Hash,
            scannedBytes: count(),
            /** Key of the file beside this manifest. */
            file: z.string(),
            rows: count(),
            bytes: count(),
            sha256: Hash,
        }),
    ),
    /** When, by UTC. */
    madeAt: z.string(),
    /** Version of the program that made it. */
    program: z.string(),
});
export type ReportManifest = z.infer<typeof ReportManifest>;

/** A manifest in the bucket is none; somebody else wrote it. */
export class ManifestError extends Error {
    override readonly name = "ManifestError";
}

export function parseManifest(key: string, text: string): ReportManifest {
    try {
        const { success, data } = ReportManifest.safeParse(JSON.parse(text));
        if (success) return data;
    } catch {}
    throw new ManifestError(`${key} is no manifest of a report: find out who wrote it`);
}

/** Whether two manifests tell of the same answers to the same questions, whenever they were made. */
export function sameContent(one: ReportManifest, other: ReportManifest): boolean {
    return contentOf(one) === contentOf(other);
}

function contentOf({ files }: ReportManifest): string {
    return JSON.stringify(files.map(({ query, querySha256, sha256 }) => [query, querySha256, sha256]));
}
