import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";

/** A fraud alert as the topic carries it. */
export interface FraudAlert {
    alertId: string;
    transactionId: string;
    score: number;
    reasons: { code: string; text: string }[];
    occurredAt: string;
    amountMinor: number;
    currency: string;
    channel: string;
    country: string;
}

/** An alarm of CloudWatch that was raised, or is over. */
export interface AlarmNotice {
    name: string;
    state: "ALARM" | "OK";
    /** What it means, and where the runbook is. */
    description: string;
}

/** What a person on duty has been told: everything that reached a subscriber of the alert topics. */
export class OperatorInbox {
    /** Alerts in full, by alert id; a message that comes twice counts once. */
    readonly alerts = new Map<string, FraudAlert>();
    /** Transactions alerted in full or in a digest. */
    readonly alertedIds = new Set<string>();
    /** Units by kind of discrepancy. */
    readonly discrepancies = new Map<string, number>();
    /** Alarms as they were raised and ended, in the order of their messages. */
    readonly alarms: AlarmNotice[] = [];
    private readonly sqs: SQSClient;
    private readonly queueUrl: string;

    constructor(sqs: SQSClient, queueUrl: string) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /** Takes everything that waits in the queue. */
    async empty(): Promise<void> {
        for (;;) {
            const received = await this.sqs.send(
                new ReceiveMessageCommand({ QueueUrl: this.queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
            );
            const messages = received.Messages ?? [];
            if (messages.length === 0) return;
            for (const message of messages) this.take(message);
            const Entries = messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
            await this.sqs.send(new DeleteMessageBatchCommand({ QueueUrl: this.queueUrl, Entries }));
        }
    }

    private take({ Body = "{}" }: Message): void {
        const envelope: { Message?: string } = JSON.parse(Body);
        const notice = asJson(envelope.Message ?? Body);
        if (notice.type === "fraud") {
            this.alerts.set(notice.alertId, notice);
            this.alertedIds.add(notice.transactionId);
        } else if (notice.type === "fraud-digest") {
            for (const id of notice.transactionIds) this.alertedIds.add(id);
        } else if (notice.type === "discrepancy") {
            this.discrepancies.set(notice.kind, (this.discrepancies.get(notice.kind) ?? 0) + notice.count);
        } else if (typeof notice.AlarmName === "string") {
            const { AlarmName: name, NewStateValue: state, AlarmDescription: description } = notice;
            this.alarms.push({ name, state, description });
        }
    }
}

/** A workflow tells of a failed step in plain words. */
function asJson(message: string) {
    try {
        return JSON.parse(message);
    } catch {
        return { type: "text", text: message };
    }
}
