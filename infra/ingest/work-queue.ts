import { Queue } from "@pulumi/aws/sqs/queue.js";
import { ComponentResource, type ComponentResourceOptions, jsonStringify, ResourceError } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { announceFiles, type FileSource } from "./announce-files.ts";
import { watchDeadLetters, watchQueue } from "./queue-alarms.ts";
import { queuePolicy } from "./queue-policy.ts";

const DAY_SECONDS = 24 * 3600;

export interface WorkQueueArgs {
    /** What a message stands for, in the plural and in a reader's words: "received files". */
    holds: string;
    /** Customer-managed key that encrypts every message at rest. */
    key: PlatformKey;
    /** Longest run of the consuming function, in seconds; 1 to 900. */
    consumerTimeoutSeconds: number;
    /** Longest run of the function that takes the dead letters away, in seconds. Default: 30. */
    deadLettersTimeoutSeconds?: number;
    /** Deliveries of a message before it goes to the dead letters; 1 or more. Default: 5. */
    deliveries?: number;
    alarms: {
        /** Who is told. */
        topic: AlertTopic;
        /** Age of the oldest message that raises an alarm, in seconds. */
        oldestSeconds: number;
        /** Waiting messages that raise an alarm. */
        waitingMessages: number;
    };
    /** Buckets that announce each new file here. Default: none. */
    filesOf?: readonly FileSource[];
    /** Longest time for which the consumer collects messages before it begins, in seconds. Default: a few. */
    consumerWindowSeconds?: number;
    /** Whether `pulumi destroy` may delete the queue with all messages in it. Default: false. */
    deletable?: boolean;
}

/** Something a function can consume. */
export interface MessageSource {
    /** Logical name, such as `bulk` or `bulk-dead`. */
    readonly label: string;
    readonly queue: Queue;
    grantConsume(): Grant[];
}

/** Encrypted queue of work; messages that keep failing move to `deadLetters`, and alarms tell of both. */
export class WorkQueue extends ComponentResource implements MessageSource {
    readonly label: string;
    readonly queue: Queue;
    readonly deadLetters: MessageSource;
    private readonly key: PlatformKey;

    constructor(name: string, args: WorkQueueArgs, opts?: ComponentResourceOptions) {
        super("compliance:ingest:WorkQueue", name, {}, opts);
        const { holds, key, consumerTimeoutSeconds, alarms, filesOf = [] } = args;
        const { deadLettersTimeoutSeconds = 30, consumerWindowSeconds = 0, deliveries = 5, deletable = false } = args;
        const wrong = (message: string) => new ResourceError(message, this, true);
        if (!(consumerTimeoutSeconds >= 1 && consumerTimeoutSeconds <= 900)) {
            throw wrong(`consumerTimeoutSeconds must be 1 to 900, got ${consumerTimeoutSeconds}`);
        }
        if (deliveries < 1) throw wrong(`deliveries must be 1 or more, got ${deliveries}`);

        const keep = { parent: this, protect: !deletable };
        this.label = name;
        this.key = key;
        const dead = new Queue(
            `${name}-dead`,
            {
                kmsMasterKeyId: key.arn,
                // The longest that SQS keeps a message, counted from when it first came to the platform.
                messageRetentionSeconds: 14 * DAY_SECONDS,
                visibilityTimeoutSeconds: visibility(deadLettersTimeoutSeconds),
                tags: { retention: "14-days" },
            },
            keep,
        );
        this.queue = new Queue(
            name,
            {
                kmsMasterKeyId: key.arn,
                // Shorter than the dead letters', so that a message reaches them with time left to be parked.
                messageRetentionSeconds: 7 * DAY_SECONDS,
                // What is collected counts as taken, so a long window comes on top.
                visibilityTimeoutSeconds: visibility(consumerTimeoutSeconds) + consumerWindowSeconds,
                redrivePolicy: jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: deliveries }),
                tags: { retention: "7-days" },
            },
            keep,
        );
        this.deadLetters = { label: `${name}-dead`, queue: dead, grantConsume: () => this.consume(dead) };
        queuePolicy(this, `${name}-dead`, dead);
        const policy = queuePolicy(this, name, this.queue, filesOf);
        for (const source of filesOf) announceFiles(this, name, source, this.queue, policy);
        watchQueue(this, name, this.queue, { holds, ...alarms });
        watchDeadLetters(this, `${name}-dead`, dead, { holds, topic: alarms.topic });
        this.registerOutputs({ url: this.queue.url });
    }

    /** For the role of a function that works on these messages. */
    grantConsume(): Grant[] {
        return this.consume(this.queue);
    }

    /** For a role that adds messages. */
    grantSend(): Grant[] {
        return [{ Effect: "Allow", Action: ["sqs:SendMessage"], Resource: this.queue.arn }, ...this.key.grantEncrypt()];
    }

    private consume(queue: Queue): Grant[] {
        const actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
        return [{ Effect: "Allow", Action: actions, Resource: queue.arn }, ...this.key.grantDecrypt()];
    }
}

/** AWS asks for at least six times the consumer's timeout, so that no message comes back while it is worked on. */
function visibility(timeoutSeconds: number): number {
    return 6 * timeoutSeconds;
}
