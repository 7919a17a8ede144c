import { type Event, PutBucketNotificationConfigurationCommand, S3Client } from "@aws-sdk/client-s3";
import { type Inputs, optionalText, parts, text, texts } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const { inputs } = resource;
        await clients.of(S3Client).send(
            new PutBucketNotificationConfigurationCommand({
                Bucket: text(resource, "bucket"),
                NotificationConfiguration: {
                    QueueConfigurations: parts(inputs, "queues").map((queue) => ({
                        ...common(queue),
                        QueueArn: optionalText(queue, "queueArn"),
                    })),
                    TopicConfigurations: parts(inputs, "topics").map((topic) => ({
                        ...common(topic),
                        TopicArn: optionalText(topic, "topicArn"),
                    })),
                    LambdaFunctionConfigurations: parts(inputs, "lambdaFunctions").map((target) => ({
                        ...common(target),
                        LambdaFunctionArn: optionalText(target, "lambdaFunctionArn"),
                    })),
                    ...(inputs.eventbridge === true ? { EventBridgeConfiguration: {} } : {}),
                },
            }),
        );
    },
    async remove(resource, clients) {
        const Bucket = text(resource, "bucket");
        await clients
            .of(S3Client)
            .send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: {} }));
    },
};

function common(target: Inputs) {
    const rules = (["prefix", "suffix"] as const).flatMap((Name) => {
        const Value = optionalText(target, Name === "prefix" ? "filterPrefix" : "filterSuffix");
        return Value === undefined ? [] : [{ Name, Value }];
    });
    return {
        Id: optionalText(target, "id"),
        Events: (texts(target, "events") ?? []) as Event[],
        ...(rules.length > 0 ? { Filter: { Key: { FilterRules: rules } } } : {}),
    };
}
