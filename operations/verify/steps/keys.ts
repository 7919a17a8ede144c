import { GetTopicAttributesCommand, SNSClient } from "@aws-sdk/client-sns";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

/** What AWS calls the key that it manages itself. */
const OF_AWS = /(^|[:/])alias\/aws\//;

export const keys: Step = {
    name: "keys",
    proves: "Queues and topics of the stack's outputs exist, each under a key of the customer.",
    answers: "A preview shows what was asked for; only the account shows what is there.",
    async run({ cloud, outputs }) {
        const found: Record<string, string> = {};
        for (const output of ["incomingQueueUrl", "bulkQueueUrl"] as const) {
            const { Attributes } = await cloud
                .of(SQSClient)
                .send(new GetQueueAttributesCommand({ QueueUrl: outputs[output], AttributeNames: ["KmsMasterKeyId"] }));
            found[output] = Attributes?.KmsMasterKeyId ?? "";
        }
        for (const output of ["fraudTopicArn", "discrepanciesTopicArn", "operationsTopicArn"] as const) {
            const { Attributes } = await cloud
                .of(SNSClient)
                .send(new GetTopicAttributesCommand({ TopicArn: outputs[output] }));
            found[output] = Attributes?.KmsMasterKeyId ?? "";
        }
        const open = Object.keys(found).filter((output) => found[output] === "" || OF_AWS.test(found[output] ?? ""));
        if (open.length === 0) return held(found);
        return failed(
            `Without a key of the customer: ${open.join(", ")}.`,
            "Somebody changed it behind the program: npm run pulumi -- refresh, then up.",
            found,
        );
    },
};
