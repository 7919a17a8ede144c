import {
    ListSubscriptionsByTopicCommand,
    SetSubscriptionAttributesCommand,
    SNSClient,
    SubscribeCommand,
    UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { text } from "./inputs.ts";
import type { Keeping, LiveResource } from "./live-binding.ts";

/** Pulumi's property, SNS's attribute. */
const attributeNames = {
    filterPolicy: "FilterPolicy",
    filterPolicyScope: "FilterPolicyScope",
    rawMessageDelivery: "RawMessageDelivery",
    redrivePolicy: "RedrivePolicy",
};

export const keeping: Keeping = {
    async put(resource, clients) {
        const sns = clients.of(SNSClient);
        const { SubscriptionArn } = await sns.send(
            new SubscribeCommand({
                TopicArn: text(resource, "topic"),
                Protocol: text(resource, "protocol"),
                Endpoint: text(resource, "endpoint"),
                ReturnSubscriptionArn: true,
            }),
        );
        for (const [AttributeName, AttributeValue] of Object.entries(attributes(resource))) {
            await sns.send(new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }));
        }
    },
    async remove(resource, clients) {
        const sns = clients.of(SNSClient);
        const found = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: text(resource, "topic") }));
        const protocol = text(resource, "protocol");
        const endpoint = text(resource, "endpoint");
        // The services choose the ARN of a subscription themselves; topic, protocol and endpoint say which it is.
        for (const { SubscriptionArn, Protocol, Endpoint } of found.Subscriptions ?? []) {
            if (Protocol === protocol && Endpoint === endpoint) {
                await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
            }
        }
    },
};

function attributes(resource: LiveResource): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [property, attribute] of Object.entries(attributeNames)) {
        const value = resource.inputs[property];
        if (value !== undefined && value !== null) {
            found[attribute] = typeof value === "object" ? JSON.stringify(value) : String(value);
        }
    }
    return found;
}
