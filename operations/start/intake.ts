import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { Clients } from "../../local/services/clients.ts";
import { operatorInbox } from "../../local/services/operator-inbox.ts";
import { type Counts, isLoaded, total } from "./counts.ts";
import { landFile, sendLive } from "./feed.ts";
import { Observer } from "./observer.ts";
import { OperatorInbox } from "./operator-inbox.ts";
import type { PlatformOutputs } from "./platform-outputs.ts";
import type { SampleFile, Samples } from "./sample-files.ts";
import { type Settled, settle } from "./settle.ts";
import { thousands } from "./thousands.ts";
import { waitingMessages, waitingText } from "./waiting.ts";

/** The running platform as a partner and an operator see it: feeds it, and watches what becomes of it. */
export class Intake {
    readonly inbox: OperatorInbox;
    readonly observer: Observer;
    private readonly clients: Clients;
    private readonly outputs: PlatformOutputs;
    private landed = 0;

    constructor(clients: Clients, outputs: PlatformOutputs) {
        this.clients = clients;
        this.outputs = outputs;
        const queueUrl = `https://sqs.${clients.region}.amazonaws.com/${clients.accountId}/${operatorInbox}`;
        this.inbox = new OperatorInbox(clients.of(SQSClient), queueUrl);
        this.observer = new Observer(clients, outputs, this.inbox);
    }

    /** Files that were landed so far, each of which is to have its manifest. */
    get files(): number {
        return this.landed;
    }

    async feed({ files, live }: Samples): Promise<void> {
        for (const file of files) await this.land(file);
        await sendLive(this.clients.of(SQSClient), this.outputs.incomingQueueUrl, live);
        this.observer.liveSent += live.length;
    }

    async land(file: SampleFile): Promise<void> {
        await landFile(this.clients.of(S3Client), this.outputs.landingBucket, file);
        this.landed += 1;
    }

    /** Waits until all that was fed is at rest: every file has its manifest, every alert has reached the operator, every verdict the warehouse. */
    settle(onText: (text: string) => void, signal: AbortSignal): Promise<Settled> {
        const { observer, inbox } = this;
        return settle({
            look: () => observer.look(),
            waiting: () => waitingMessages(this.clients.of(SQSClient), operatorInbox),
            isComplete: (counts) =>
                isLoaded(counts) &&
                observer.manifests.size >= this.landed &&
                observer.ledger.alerted.every((id) => inbox.alertedIds.has(id)),
            onCounts: (counts) => onText(liveLine(counts)),
            onWaiting: (waiting, since) => onText(`still under way: ${waitingText(waiting, since)}`),
            signal,
        });
    }
}

function liveLine(counts: Counts): string {
    const { scored, duplicates, alerts, quarantined } = counts;
    const parts = [
        `in ${thousands(counts.in)}`,
        `scored ${thousands(scored)}`,
        `quarantined ${total(quarantined)}`,
        `duplicates ${duplicates}`,
        `alerts ${alerts}`,
    ];
    return parts.join(" · ");
}
