import { SetTopicAttributesCommand, SNSClient } from "@aws-sdk/client-sns";
import { text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        await clients.of(SNSClient).send(
            new SetTopicAttributesCommand({
                TopicArn: text(resource, "arn"),
                AttributeName: "Policy",
                AttributeValue: text(resource, "policy"),
            }),
        );
    },
    // A topic always has a policy; the one given goes with the topic.
    async remove() {},
};
