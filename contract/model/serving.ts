import * as z from "zod/mini";

/** The trees of the model that serves, in the bucket of models. */
export const EXPLAINER_KEY = "serving/explainer.json";

/** How the newest promotion goes, in the bucket of models. */
export const PROMOTION_KEY = "serving/promotion.json";

/** A version on its way behind the endpoint, or at the end of it. */
const Promotion = z.object({
    /** ARN of the version. */
    version: z.string(),
    /** Its model, as `s3://bucket/key`. */
    artefact: z.string(),
    /** Configuration of the endpoint without the version. */
    before: z.string(),
    /** And with it; absent where none was made. */
    after: z.optional(z.string()),
    startedAt: z.iso.datetime(),
    endedAt: z.optional(z.iso.datetime()),
    /**
     * `begun`: SageMaker is about to be asked; `updating`: it was. Ends: `promoted`; `undone`, never to be tried again by
     * itself; `withdrawn`, `postponed` and `superseded`, after which the next run looks afresh.
     */
    outcome: z.enum(["begun", "updating", "promoted", "undone", "withdrawn", "postponed", "superseded"]),
    reason: z.optional(z.string()),
});
export type Promotion = z.infer<typeof Promotion>;

export const Progress = z.object({
    promotion: z.optional(Promotion),
    /** Every version that did not stay behind the endpoint, with why. */
    undone: z.array(z.object({ version: z.string(), reason: z.string() })),
});
export type Progress = z.infer<typeof Progress>;
