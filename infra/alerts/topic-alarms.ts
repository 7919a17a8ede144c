import type { Resource } from "@pulumi/pulumi";
import { alarm } from "./alarm.ts";
import type { AlertTopic } from "./alert-topic.ts";

/** Tells when a message did not reach a receiver. Of `operations` itself, its other receivers hear. */
export function watchDelivery(parent: Resource, name: string, watched: AlertTopic, topic: AlertTopic): void {
    alarm(parent, `${name}-undelivered`, {
        description: `A message of the topic ${name} did not reach one of its receivers.`,
        runbook: "alerts-undelivered",
        namespace: "AWS/SNS",
        metric: "NumberOfNotificationsFailed",
        dimensions: { TopicName: watched.topicName },
        statistic: "Sum",
        threshold: 1,
        periodSeconds: 300,
        topic,
    });
}
