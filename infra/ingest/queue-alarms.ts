import type { Queue } from "@pulumi/aws/sqs/queue.js";
import type { Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";

/** Minutes in a row with a dead letter waiting, after which nobody can be taking them away. */
const STUCK_MINUTES = 15;

interface QueueWatch {
    /** What a message stands for, in the plural. */
    holds: string;
    topic: AlertTopic;
    oldestSeconds: number;
    waitingMessages: number;
}

/** Tells when work waits too long or piles up. */
export function watchQueue(parent: Resource, name: string, queue: Queue, watch: QueueWatch): void {
    const { holds, topic, oldestSeconds, waitingMessages } = watch;
    const on = { namespace: "AWS/SQS", dimensions: { QueueName: queue.name }, topic };
    alarm(parent, `${name}-oldest`, {
        ...on,
        description: `The oldest of the ${holds} has been waiting for ${oldestSeconds} seconds or more.`,
        runbook: "queue-oldest",
        metric: "ApproximateAgeOfOldestMessage",
        statistic: "Maximum",
        threshold: oldestSeconds,
    });
    alarm(parent, `${name}-waiting`, {
        ...on,
        description: `${waitingMessages} or more ${holds} have been waiting for five minutes.`,
        runbook: "queue-backlog",
        metric: "ApproximateNumberOfMessagesVisible",
        statistic: "Maximum",
        threshold: waitingMessages,
        periods: 5,
    });
}

/** Tells of each dead letter, and when nobody puts them away. */
export function watchDeadLetters(
    parent: Resource,
    name: string,
    queue: Queue,
    { holds, topic }: Pick<QueueWatch, "holds" | "topic">,
): void {
    const on = { namespace: "AWS/SQS", dimensions: { QueueName: queue.name }, topic };
    alarm(parent, `${name}-received`, {
        ...on,
        description: `Some of the ${holds} kept failing and were parked; the discrepancies say which and why.`,
        runbook: "dead-letters-received",
        // What SQS moves here by itself counts as received only, never as sent.
        metric: "NumberOfMessagesReceived",
        statistic: "Sum",
        threshold: 1,
    });
    alarm(parent, `${name}-stuck`, {
        ...on,
        description: `Some of the ${holds} kept failing, and for ${STUCK_MINUTES} minutes nothing has parked them.`,
        runbook: "dead-letters-stuck",
        metric: "ApproximateNumberOfMessagesVisible",
        statistic: "Maximum",
        threshold: 1,
        periods: STUCK_MINUTES,
    });
}
