import * as z from "zod/mini";

const matching = (pattern: RegExp, error: string) => z.string({ error }).check(z.regex(pattern, { error }));
const list = (one: z.ZodMiniString, error: string) => z.array(one, { error }).check(z.minLength(1, { error }));

const CHANNELS = ["card", "wire", "instant", "ach", "cash"] as const;
const channels = `a list of channels among ${CHANNELS.join(", ")}; left out for all`;
const countries = "a list of ISO 3166-1 codes such as IE; left out for all";

/** One group of people, and what of the figures they may see. */
const Reader = z.strictObject(
    {
        /** What the bank calls the group. */
        group: matching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case words joined by dashes").check(
            z.maxLength(64, { error: "at most 64 characters" }),
        ),
        /** Channels whose figures they see. */
        channels: z.optional(
            z
                .array(z.enum(CHANNELS, { error: channels }), { error: channels })
                .check(z.minLength(1, { error: channels })),
        ),
        /** Countries whose figures they see. */
        countries: z.optional(list(matching(/^[A-Z]{2}$/, countries), countries)),
        /** Names that QuickSight has for those of them who are there already; a sign-in may add others to the group. */
        members: z.optional(z.array(matching(/^[\w+=,.@/-]{1,256}$/, "a name of a user of QuickSight"))),
    },
    { error: "a group with what it may see" },
);

const readers = "a list of 1 to 30 groups, each with its own name";

/** QuickSight in the account: what its subscription is called, and who looks. */
export const Dashboards = z.strictObject(
    {
        /** Name of the account in QuickSight, unique among all its customers. */
        accountName: matching(
            /^(?!d-)(?=.{1,62}$)[\da-z]+(-[\da-z]+)*$/,
            "1 to 62 lower-case letters, digits and dashes, not beginning with d-",
        ),
        /** Who QuickSight writes to about the subscription. */
        notificationEmail: matching(/^[^\s@]+@[^\s@]+$/, "an e-mail address"),
        /** Region in which QuickSight keeps the account's people, chosen once with the subscription. */
        identityRegion: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region such as eu-west-1"),
        readers: z.array(Reader, { error: readers }).check(
            z.minLength(1, { error: readers }),
            z.maxLength(30, { error: readers }),
            z.refine((all) => new Set(all.map(({ group }) => group)).size === all.length, { error: readers }),
        ),
    },
    { error: "a group of accountName, notificationEmail, identityRegion and readers" },
);

export type Dashboards = z.infer<typeof Dashboards>;
export type Reader = z.infer<typeof Reader>;
