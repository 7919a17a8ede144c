import * as z from "zod/mini";

/** Where what the model learns from lies in the bucket of models. A SageMaker job reads the first two. */
export const LEARNING = {
    train: "training/train/train.csv",
    validation: "training/validation/validation.csv",
    /** No job reads it. */
    evaluation: "training/evaluation/evaluation.csv",
    reference: "learning/reference.json",
    /** Written last: what it names is whole. */
    manifest: "learning/manifest.json",
    /** Which manifest's model was judged last. */
    judged: "learning/judged.json",
} as const;

/** The three parts of the data. No account is in two of them. */
export const PARTS = ["train", "validation", "evaluation"] as const;
export type Part = (typeof PARTS)[number];

const count = z.int().check(z.gte(0));
const time = z.iso.datetime();

const counts = z.object({ fraud: count, legitimate: count });

/** What the model learns from, told without any of it. */
export const Manifest = z.object({
    madeAt: time,
    /** Why it was made. */
    reason: z.string(),
    /** First and last day of the transactions that nobody decided on. */
    from: z.iso.date(),
    to: z.iso.date(),
    parts: z.object({ train: counts, validation: counts, evaluation: counts }),
    labels: z.object({
        /** An analyst decided. */
        decided: count,
        /** No alert, and old enough that a complaint would have come. */
        matured: count,
        /** Alerts left out because nobody decided. */
        undecided: count,
    }),
    /** SHA-256 of each file. */
    sha256: z.object({ train: z.string(), validation: z.string(), evaluation: z.string() }),
});
export type Manifest = z.infer<typeof Manifest>;

/** A mark of what was judged. */
export const Judged = z.object({ madeAt: time, job: z.string() });
export type Judged = z.infer<typeof Judged>;

/** What a manifest or mark holds; undefined where there is none, or none of ours. */
export function readAs<Schema extends z.ZodMiniType>(
    schema: Schema,
    bytes: Uint8Array | undefined,
): z.infer<Schema> | undefined {
    if (bytes === undefined) return undefined;
    try {
        return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
    } catch {
        return undefined;
    }
}
