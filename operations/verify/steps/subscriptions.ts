import { paginateListSubscriptionsByTopic, SNSClient } from "@aws-sdk/client-sns";
import type { Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

/** What stands in the place of its ARN while a subscription waits for its receiver. */
const PENDING = /^pending ?confirmation$/i;

export const subscriptions: Step = {
    name: "subscriptions",
    proves: "Each topic has a receiver, and every receiver has confirmed.",
    answers: "A mail address receives nothing until somebody there has followed the link in its first mail.",
    async run({ cloud, outputs }) {
        const client = cloud.of(SNSClient);
        const counts: Record<string, number> = {};
        const faults: string[] = [];
        for (const topic of ["fraud", "discrepancies", "operations"] as const) {
            const TopicArn = outputs[`${topic}TopicArn`];
            let confirmed = 0;
            let pending = 0;
            for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client }, { TopicArn })) {
                // Addresses are of people, so they are counted and not named.
                for (const { SubscriptionArn = "" } of Subscriptions) {
                    if (PENDING.test(SubscriptionArn)) pending += 1;
                    else confirmed += 1;
                }
            }
            counts[topic] = confirmed;
            if (pending > 0) faults.push(`${pending} of ${topic} not confirmed`);
            if (confirmed === 0) faults.push(`nobody hears of ${topic}`);
        }
        if (faults.length === 0) return held(counts);
        return failed(
            `Alerts get lost: ${faults.join("; ")}.`,
            "Have the receivers follow the link in the mail from AWS; it can be sent again from the SNS console.",
            counts,
        );
    },
};
