import { createHash } from "node:crypto";
import { Topic } from "@pulumi/aws/sns/topic.js";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy.js";
import { TopicSubscription } from "@pulumi/aws/sns/topicSubscription.js";
import {
    ComponentResource,
    type ComponentResourceOptions,
    jsonStringify,
    type Output,
    ResourceError,
} from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { refusePlainHttp } from "../security/refuse-plain-http.ts";

/** One receiver: an address that mails, a web hook, or a queue by its ARN. */
export interface Receiver {
    protocol: "email" | "https" | "sqs";
    endpoint: string;
}

export interface AlertTopicArgs {
    /** Name that mail shows as its sender; at most 100 characters. */
    displayName: string;
    /** Customer-managed key that encrypts every message at rest. */
    key: PlatformKey;
    /** Who hears of it; at least one. */
    receivers: Receiver[];
    /** The account whose CloudWatch alarms and budgets may publish here, and the alarms' region. Default: none may. */
    alarmsOf?: { accountId: string; region: string };
}

/** Encrypted topic with receivers: what is published here, a person learns. */
export class AlertTopic extends ComponentResource {
    readonly arn: Output<string>;
    /** The name under which CloudWatch reports on it. */
    readonly topicName: Output<string>;
    private readonly key: PlatformKey;

    constructor(name: string, args: AlertTopicArgs, opts?: ComponentResourceOptions) {
        super("compliance:alerts:AlertTopic", name, {}, opts);
        const { displayName, key, receivers, alarmsOf } = args;
        if (receivers.length === 0) {
            throw new ResourceError("receivers must name at least one, or nobody hears of an alert", this, true);
        }

        this.key = key;
        const topic = new Topic(name, { displayName, kmsMasterKeyId: key.arn }, { parent: this });
        this.arn = topic.arn;
        this.topicName = topic.name;
        const statements = [
            refusePlainHttp("sns:Publish", topic.arn),
            ...(alarmsOf ? [acceptAlarms(topic.arn, alarmsOf), acceptBudgets(topic.arn, alarmsOf)] : []),
        ];
        const policy = jsonStringify({ Version: "2012-10-17", Statement: statements });
        new TopicPolicy(name, { arn: topic.arn, policy }, { parent: this });
        for (const { protocol, endpoint } of receivers) {
            // Named for its receiver, so that changing one never touches another.
            const mark = createHash("sha256").update(endpoint).digest("hex").slice(0, 8);
            new TopicSubscription(
                `${name}-${protocol}-${mark}`,
                { topic: topic.arn, protocol, endpoint },
                { parent: this },
            );
        }
        this.registerOutputs({ arn: this.arn });
    }

    /** For a role that publishes alerts. */
    grantPublish(): Grant[] {
        return [{ Effect: "Allow", Action: ["sns:Publish"], Resource: this.arn }, ...this.key.grantEncrypt()];
    }
}

function acceptAlarms(topic: Output<string>, { accountId, region }: { accountId: string; region: string }) {
    return {
        Sid: "AcceptAlarms",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource: topic,
        Condition: {
            StringEquals: { "aws:SourceAccount": accountId },
            ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:${region}:${accountId}:alarm:*` },
        },
    };
}

function acceptBudgets(topic: Output<string>, { accountId }: { accountId: string }) {
    return {
        Sid: "AcceptBudgets",
        Effect: "Allow",
        Principal: { Service: "budgets.amazonaws.com" },
        Action: "sns:Publish",
        Resource: topic,
        Condition: {
            StringEquals: { "aws:SourceAccount": accountId },
            // A budget belongs to no region.
            ArnLike: { "aws:SourceArn": `arn:aws:budgets::${accountId}:*` },
        },
    };
}
