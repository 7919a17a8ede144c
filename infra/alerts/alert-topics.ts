import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { PlatformKey } from "../security/platform-key.ts";
import { AlertTopic, type Receiver } from "./alert-topic.ts";
import { watchDelivery } from "./topic-alarms.ts";

export interface AlertTopicsArgs {
    /** Customer-managed key that encrypts every message at rest. */
    key: PlatformKey;
    /** Who hears of what. */
    subscriptions: Record<"fraud" | "discrepancies" | "operations", Receiver[]>;
    /** AWS account whose alarms reach `operations`, 12 digits. */
    accountId: string;
    /** AWS region of those alarms. */
    region: string;
}

/** The three kinds of news: suspected fraud, transactions that do not add up, and machinery in trouble. */
export class AlertTopics extends ComponentResource {
    readonly fraud: AlertTopic;
    readonly discrepancies: AlertTopic;
    readonly operations: AlertTopic;

    constructor(name: string, args: AlertTopicsArgs, opts?: ComponentResourceOptions) {
        super("compliance:alerts:AlertTopics", name, {}, opts);
        const { key, subscriptions, accountId, region } = args;

        const child = { parent: this };
        this.fraud = new AlertTopic(
            "fraud",
            { displayName: "Suspected fraud", key, receivers: subscriptions.fraud },
            child,
        );
        this.discrepancies = new AlertTopic(
            "discrepancies",
            { displayName: "Transactions that need a look", key, receivers: subscriptions.discrepancies },
            child,
        );
        this.operations = new AlertTopic(
            "operations",
            {
                displayName: "Compliance platform alarms",
                key,
                receivers: subscriptions.operations,
                alarmsOf: { accountId, region },
            },
            child,
        );
        const { fraud, discrepancies, operations } = this;
        for (const [topic, watched] of Object.entries({ fraud, discrepancies, operations })) {
            watchDelivery(this, topic, watched, operations);
        }
        this.registerOutputs({});
    }
}
