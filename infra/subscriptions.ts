import * as z from "zod/mini";
import { matching } from "./written.ts";

/** One receiver of a topic's messages. */
export type Subscription = z.infer<typeof Subscription>;

export const email = matching(/^[^\s@]+@[^\s@]+$/, "an e-mail address");

const Subscription = z.discriminatedUnion(
    "protocol",
    [
        z.strictObject({
            protocol: z.literal("email"),
            endpoint: email,
        }),
        z.strictObject({ protocol: z.literal("https"), endpoint: matching(/^https:\/\/\S+$/, "an https address") }),
        z.strictObject({
            protocol: z.literal("sqs"),
            endpoint: matching(/^arn:aws:sqs:[a-z0-9-]+:\d{12}:[\w-]{1,80}$/, "the ARN of a queue"),
        }),
    ],
    { error: "a protocol among email, https and sqs, with its endpoint" },
);

export const subscriptions = z
    .array(Subscription, { error: "a list of subscriptions" })
    .check(z.minLength(1, { error: "a list of at least one subscription, or nobody hears of it" }));
