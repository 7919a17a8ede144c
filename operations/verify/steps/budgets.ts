import { GetKeyPolicyCommand, KMSClient } from "@aws-sdk/client-kms";
import { GetTopicAttributesCommand, SNSClient } from "@aws-sdk/client-sns";
import type { Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

const SERVICE = "budgets.amazonaws.com";

interface Statement {
    Effect?: string;
    Principal?: string | { Service?: string | string[] };
}

export const budgets: Step = {
    name: "budgets",
    proves: "The operations topic and its key both let AWS Budgets in. A budget cannot be made to notify, so they are read.",
    answers: "A budget that may not publish stays silent: it tells its owner nothing of the refusal.",
    async run({ cloud, outputs }) {
        const TopicArn = outputs.operationsTopicArn;
        const { Attributes = {} } = await cloud.of(SNSClient).send(new GetTopicAttributesCommand({ TopicArn }));
        const KeyId = Attributes.KmsMasterKeyId;
        const { Policy } = await cloud.of(KMSClient).send(new GetKeyPolicyCommand({ KeyId }));
        const refused = [
            ...(letsIn(Attributes.Policy) ? [] : [`the topic ${TopicArn}`]),
            ...(letsIn(Policy) ? [] : [`its key ${KeyId}`]),
        ];
        if (refused.length === 0) return held({ topic: TopicArn, key: KeyId ?? "" });
        return failed(
            `No statement for ${SERVICE} in the policy of ${refused.join(" and of ")}.`,
            "Somebody changed it behind the program: npm run pulumi -- refresh, then up.",
        );
    },
};

function letsIn(policy = "{}"): boolean {
    const { Statement = [] }: { Statement?: Statement | Statement[] } = JSON.parse(policy);
    return [Statement].flat().some(({ Effect, Principal }) => {
        const services = typeof Principal === "object" ? [Principal.Service].flat() : [];
        return Effect === "Allow" && services.includes(SERVICE);
    });
}
