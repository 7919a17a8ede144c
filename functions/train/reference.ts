import * as z from "zod/mini";
import { type Distribution, distributionOf, LEAST_ROWS, stabilityIndex } from "../../model/drift.ts";
import { FEATURES } from "../../model/features.ts";
import type { Recorded } from "./line.ts";

/** Rows that a distribution is made of; more would not change it. */
const ENOUGH = 50_000;

const distribution = z.object({ cuts: z.array(z.number()), shares: z.array(z.number()) });

/** What the calendar alone decides: a reference rarely holds as many of each day of the week. */
const BY_CALENDAR = "weekday";

/** How the features, and the model's scores, were distributed in what a model learnt from. */
export const Reference = z.object({
    features: z.record(z.string(), distribution),
    /** Absent where too few transactions were scored by a model. */
    score: z.optional(distribution),
});
export type Reference = z.infer<typeof Reference>;

/** How far each quantity has moved, by its name. */
export type Indices = Record<string, number>;

/** Rows of which distributions are made, or which are held against them. */
export class ReferenceRows {
    readonly #columns = FEATURES.map((): number[] => []);
    /** Only a model's scores can be compared with each other. */
    readonly #scores: number[] = [];

    get length(): number {
        return this.#columns[0]?.length ?? 0;
    }

    add({ row, score, scoredBy }: Pick<Recorded, "row" | "score" | "scoredBy">): void {
        if (this.length >= ENOUGH) return;
        for (const [index, column] of this.#columns.entries()) column.push(row[index] ?? Number.NaN);
        if (scoredBy === "model") this.#scores.push(score);
    }

    reference(): Reference {
        const features = FEATURES.map(({ name }, index): [string, Distribution] => [
            name,
            distributionOf(this.#columns[index] ?? []),
        ]);
        const score = this.#scores.length < LEAST_ROWS ? undefined : distributionOf(this.#scores);
        return { features: Object.fromEntries(features), ...(score && { score }) };
    }

    /** How far these rows are from a reference; undefined while they are too few to say. */
    indices({ features, score }: Reference): Indices | undefined {
        if (this.length < LEAST_ROWS) return undefined;
        const indices: Indices = {};
        for (const [index, { name }] of FEATURES.entries()) {
            const before = features[name];
            if (before && name !== BY_CALENDAR)
                indices[name] = rounded(stabilityIndex(before, this.#columns[index] ?? []));
        }
        if (score && this.#scores.length >= LEAST_ROWS) indices.score = rounded(stabilityIndex(score, this.#scores));
        return indices;
    }
}

function rounded(index: number): number {
    return Math.round(index * 10_000) / 10_000;
}
