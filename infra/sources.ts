import * as z from "zod/mini";

const matching = (pattern: RegExp, error: string) => z.string({ error }).check(z.regex(pattern, { error }));

const ZONE = "the name of a time zone, such as Europe/Berlin";

const common = {
    /** Unique; logs, discrepancies and the keys of landed files name it. */
    name: matching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case words joined by dashes"),
    /** Folder of landing, which says the format. */
    landsIn: z.enum(["card-network", "core-banking", "iso20022"], {
        error: "one of card-network, core-banking, iso20022",
    }),
    /** Sign before the decimals in its files; without one, an amount that could be read two ways is refused. */
    decimalMark: z.optional(z.enum([".", ","], { error: '"." or ","' })),
    /** Place whose clocks its times without an offset follow, by the IANA name; without one, they are refused. */
    timeZone: z.optional(z.string({ error: ZONE }).check(z.refine((name) => isTimeZone(name), { error: ZONE }))),
};

function isTimeZone(name: string): boolean {
    try {
        new Intl.DateTimeFormat("en", { timeZone: name });
        return true;
    } catch {
        return false;
    }
}

const LIST = "a list of sources, each with its own name; [] for none";

/** Where files come from: a partner's bucket by a role of the partner, or one file behind an address. */
export const Sources = z
    .array(
        z.discriminatedUnion(
            "kind",
            [
                z.strictObject({
                    ...common,
                    kind: z.literal("s3"),
                    bucket: matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket"),
                    /** Begin of the keys; empty for all. */
                    prefix: matching(
                        /^[\w!.*'()/=+@,:&$-]{0,200}$/,
                        "the begin of keys, at most 200 characters; empty for all",
                    ),
                    region: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region such as eu-west-1"),
                    roleArn: matching(
                        /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]{1,200}$/,
                        "the ARN of the partner's role",
                    ),
                }),
                /** Puts its files into landing by itself, below `<landsIn>/<name>/`. */
                z.strictObject({ ...common, kind: z.literal("delivered") }),
                z.strictObject({
                    ...common,
                    kind: z.literal("https"),
                    url: matching(/^https:\/\/[^\s@?#]{3,500}$/, "an https address without user, query or fragment"),
                }),
            ],
            { error: "a source of kind s3, https or delivered" },
        ),
        { error: LIST },
    )
    .check(
        z.refine((list) => new Set(list.map(({ name }) => name)).size === list.length, { error: LIST }),
        // Lambda takes 4 KB of environment in all.
        z.refine((list) => JSON.stringify(list).length <= 3000, { error: "a list of at most 3000 characters in all" }),
    );

export type Sources = z.infer<typeof Sources>;

/** What `collect` fetches. */
export function collected(sources: Sources): Sources {
    return sources.filter(({ kind }) => kind !== "delivered");
}

/** What `unpack` must know of those that say how to read their files. */
export function conventions(sources: Sources): { prefix: string; decimalMark?: string; timeZone?: string }[] {
    return sources.flatMap(({ name, landsIn, decimalMark, timeZone }) =>
        decimalMark === undefined && timeZone === undefined
            ? []
            : [
                  {
                      prefix: `${landsIn}/${name}/`,
                      ...(decimalMark !== undefined && { decimalMark }),
                      ...(timeZone !== undefined && { timeZone }),
                  },
              ],
    );
}
