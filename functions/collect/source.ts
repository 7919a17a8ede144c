import * as z from "zod/mini";
import { FILE_SOURCES } from "../../contract/files/landing.ts";

const common = {
    /** What logs, discrepancies and landing keys call it. */
    name: z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)),
    /** Folder of landing, which says the format. */
    landsIn: z.enum(Object.keys(FILE_SOURCES) as (keyof typeof FILE_SOURCES)[]),
    /** How to read what it writes; that is for `unpack` to know. */
    decimalMark: z.optional(z.string()),
    timeZone: z.optional(z.string()),
};

/** Where files come from: a partner's bucket, by a role of the partner, or one file behind an address. */
export const Source = z.discriminatedUnion("kind", [
    z.strictObject({
        ...common,
        kind: z.literal("s3"),
        bucket: z.string(),
        prefix: z.string(),
        region: z.string(),
        roleArn: z.string(),
    }),
    z.strictObject({ ...common, kind: z.literal("https"), url: z.string().check(z.startsWith("https://")) }),
]);
export type Source = z.infer<typeof Source>;
export type S3Source = Extract<Source, { kind: "s3" }>;
export type HttpsSource = Extract<Source, { kind: "https" }>;

/** The configured sources are not what they must be. */
export class SourcesError extends Error {
    override readonly name = "SourcesError";
}

export function sourcesOf(text: string): Source[] {
    try {
        return z.array(Source).parse(JSON.parse(text));
    } catch (cause) {
        throw new SourcesError("environment variable SOURCES must be a JSON list of sources", { cause });
    }
}
