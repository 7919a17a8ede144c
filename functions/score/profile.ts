import * as z from "zod/mini";
import { CHANNELS } from "../../contract/transaction/transaction.ts";

/** Of what `analytics/trends` writes, the parts that are read here; the file's README says what each number means. */
export const PROFILE_SCHEMA = 1;

const amount = z.number().check(z.nonnegative());
const count = z.int().check(z.nonnegative());

/** `current.json`: the generation that counts now. */
export const Manifest = z.object({
    schema: z.literal(PROFILE_SCHEMA),
    generation: z.string().check(z.regex(/^\d{4}-\d\d-\d\d-[0-9a-f]{12}$/)),
    /** First day that no longer counts. */
    until: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
    shards: z.int().check(z.positive()),
});
export type Manifest = z.infer<typeof Manifest>;

const Amounts = z.object({ count, p99: amount });

export const Group = z.object({ p99: amount });
export type Group = z.infer<typeof Group>;

/** First line of a shard. */
export const Head = z.object({
    schema: z.literal(PROFILE_SCHEMA),
    generation: z.string(),
    shard: count,
    groups: z.record(z.string(), Group),
});

/** Last line of a shard. */
export const End = z.object({ end: z.literal(true), accounts: count });

/** One account. */
export const Profile = z.object({
    account: z.string(),
    amounts: z.record(z.string(), z.partialRecord(z.enum(["all", ...CHANNELS]), Amounts)),
    group: z.string(),
});
export type Profile = z.infer<typeof Profile>;
