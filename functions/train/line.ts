import { gunzipSync } from "node:zlib";
import * as z from "zod/mini";
import { rowOf } from "../../model/features.ts";

/** Largest object of records, unpacked; one holds a batch of at most 10,000 transactions. */
const LARGEST = 64 * 2 ** 20;

/** What is needed of a line of the records; `functions/score` writes it. */
const Line = z.looseObject({
    id: z.string(),
    accountId: z.string(),
    channel: z.string(),
    country: z.string(),
    occurredAt: z.string(),
    score: z.number(),
    scoredBy: z.string(),
    features: z.looseObject({ euroCents: z.number(), hour: z.number() }),
    /** What the sets of Azure said when it was judged. What they say today would tell the model of what came after. */
    supplementary: z.optional(z.looseObject({ runs: z.record(z.string(), z.string()) })),
});
type Line = z.infer<typeof Line>;

/** One recorded transaction as the model sees it. */
export interface Recorded extends Pick<Line, "id" | "accountId" | "channel" | "country" | "score" | "scoredBy"> {
    /** Object that holds it. */
    key: string;
    /** Its features, NaN where one is missing. */
    row: number[];
}

/** An object of records cannot be read; who may read it can look for the cause. */
export class RecordsError extends Error {
    override readonly name = "RecordsError";
}

/** The transactions of an object of records. */
export function linesOf(key: string, packed: Uint8Array): Recorded[] {
    try {
        const text = gunzipSync(packed, { maxOutputLength: LARGEST }).toString();
        return text.split("\n").flatMap((line) => (line === "" ? [] : [recorded(key, Line.parse(JSON.parse(line)))]));
    } catch (cause) {
        // Its own text may quote a row.
        const kind = cause instanceof Error ? cause.name : "unknown";
        throw new RecordsError(`the records ${key} are no lines as score writes them (${kind}): look at the object`);
    }
}

function recorded(key: string, line: Line): Recorded {
    const { id, accountId, channel, country, score, scoredBy, features, supplementary } = line;
    // The line holds the whole transaction beside them, in the shape in which it was scored.
    const known = { transaction: line, account: features, supplementary };
    const row = rowOf(known as unknown as Parameters<typeof rowOf>[0]);
    return { key, id, accountId, channel, country, score, scoredBy, row };
}
