import { CreateTopicCommand, DeleteTopicCommand, SetTopicAttributesCommand, SNSClient } from "@aws-sdk/client-sns";
import { optionalText, text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

/** Pulumi's property, SNS's attribute. */
const attributeNames = { displayName: "DisplayName", kmsMasterKeyId: "KmsMasterKeyId", policy: "Policy" };

export const keeping: Keeping = {
    async put(resource, clients) {
        const sns = clients.of(SNSClient);
        const Attributes = resource.inputs.fifoTopic === true ? { FifoTopic: "true" } : {};
        const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: text(resource, "name"), Attributes }));
        for (const [property, AttributeName] of Object.entries(attributeNames)) {
            const AttributeValue = optionalText(resource.inputs, property);
            if (AttributeValue !== undefined) {
                await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue }));
            }
        }
    },
    async remove(resource, clients) {
        const TopicArn = `arn:aws:sns:${clients.region}:${clients.accountId}:${text(resource, "name")}`;
        await clients.of(SNSClient).send(new DeleteTopicCommand({ TopicArn }));
    },
};
