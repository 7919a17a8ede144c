import * as z from "zod/mini";

const matching = (pattern: RegExp, error: string) => z.string({ error }).check(z.regex(pattern, { error }));

const common = {
    /** Unique; logs, discrepancies and the keys of landed files name it. */
    name: matching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case words joined by dashes"),
    /** Folder of landing, which says the format. */
    landsIn: z.enum(["card-network", "core-banking", "iso20022"], {
        error: "one of card-network, core-banking, iso20022",
    }),
};

const LIST = "a list of sources, each with its own name; [] for none";

/** Where files are collected: a partner's bucket by a role of the partner, or one file behind an address. */
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
                        /^[\w!.*'()/-]{0,200}$/,
                        "the begin of keys, at most 200 characters; empty for all",
                    ),
                    region: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region such as eu-west-1"),
                    roleArn: matching(
                        /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]{1,200}$/,
                        "the ARN of the partner's role",
                    ),
                }),
                z.strictObject({
                    ...common,
                    kind: z.literal("https"),
                    url: matching(/^https:\/\/[^\s@?#]{3,500}$/, "an https address without user, query or fragment"),
                }),
            ],
            { error: "a source of kind s3 or https" },
        ),
        { error: LIST },
    )
    .check(
        z.refine((list) => new Set(list.map(({ name }) => name)).size === list.length, { error: LIST }),
        // Lambda takes 4 KB of environment in all.
        z.refine((list) => JSON.stringify(list).length <= 3000, { error: "a list of at most 3000 characters in all" }),
    );

export type Sources = z.infer<typeof Sources>;
