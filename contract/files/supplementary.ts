import * as z from "zod/mini";
import { IDENTIFIER } from "../transaction/identifiers.ts";
import { isCanonicalTime } from "../values/time.ts";

const identifier = z.string().check(z.regex(IDENTIFIER));
const date = z.string().check(z.refine((text) => isCanonicalTime(`${text}T00:00:00.000Z`)));

/**
 * What Azure adds for the model, with the row of each set. All columns are text, as a copy from CSV sends them. A row has
 * exactly these: names and addresses of people help no model and stay where they are.
 */
export const SUPPLEMENTARY_SETS = {
    "customer-risk-ratings": z.strictObject({
        accountId: identifier,
        rating: z.enum(["low", "medium", "high"]),
        /** Day of the rating. */
        ratedOn: date,
    }),
    "sanctions-list": z.strictObject({
        counterpartyId: identifier,
        /** Who lists it, such as `EU`. */
        list: z.string().check(z.regex(/^[A-Za-z0-9-]{2,16}$/)),
        /** Day from which it is listed. */
        listedOn: date,
    }),
    "politically-exposed-persons": z.strictObject({
        /** The account of such a person, or his, where he is the other side. */
        partyId: identifier,
        /** Who holds the office: himself, one of his family, or somebody close to him in business. */
        standing: z.enum(["holder", "family", "associate"]),
        /** Day from which it counts. */
        since: date,
    }),
    "device-reputation": z.strictObject({
        deviceId: identifier,
        reputation: z.enum(["trusted", "suspicious", "compromised"]),
        /** Day of the last sight of it. */
        seenOn: date,
    }),
} as const;

export type SupplementaryRow<Set extends SupplementarySet = SupplementarySet> = z.infer<
    (typeof SUPPLEMENTARY_SETS)[Set]
>;

/** What there is one row of, for each set: two would mean two things. */
const KEYS: Record<SupplementarySet, readonly string[]> = {
    "customer-risk-ratings": ["accountId"],
    "sanctions-list": ["counterpartyId", "list"],
    "politically-exposed-persons": ["partyId"],
    "device-reputation": ["deviceId"],
};

/** What a row is about. No two rows of a set have the same. */
export function keyOfRow(set: SupplementarySet, row: Readonly<Record<string, unknown>>): string {
    return JSON.stringify(KEYS[set].map((field) => row[field]));
}

/** Readers hold a set in memory. */
export const MAX_SET_ROWS = 500_000;

export type SupplementarySet = keyof typeof SUPPLEMENTARY_SETS;

export function isSupplementarySet(name: string): name is SupplementarySet {
    return Object.hasOwn(SUPPLEMENTARY_SETS, name);
}

/** One run of a pipeline, which fetches one set as a whole. */
export interface SupplementaryRun {
    set: SupplementarySet;
    /** The run's id in Data Factory, a GUID. */
    run: string;
}

/** Under which name a run acts in AWS; the landing role demands one of this form, and CloudTrail shows it. */
export function sessionName({ run }: SupplementaryRun): string {
    return `adf-${run}`;
}

/** Below this the landing role may write, and nowhere else. */
export const RECEIVED_PREFIX = "received/";

export function runPrefix({ set, run }: SupplementaryRun): string {
    return `${RECEIVED_PREFIX}${set}/${run}/`;
}

/** Named by its content, so that a batch sent twice is there once. */
export function batchKey(run: SupplementaryRun, sha256: string): string {
    return `${runPrefix(run)}${sha256}.ndjson`;
}

/** Written last, when every row has arrived: readers take a run without one for unfinished. */
export function supplementaryManifestKey(run: SupplementaryRun): string {
    return `${runPrefix(run)}manifest.json`;
}

/** The account of one complete run. */
export const SupplementaryManifest = z.object({
    set: z.string(),
    run: z.string(),
    rows: z.int().check(z.positive()),
    batches: z.array(z.object({ key: z.string(), rows: z.int().check(z.positive()), sha256: z.string() })),
    completedAt: z.string(),
});
export type SupplementaryManifest = z.infer<typeof SupplementaryManifest>;
