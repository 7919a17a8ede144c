import type { SendMessageBatchCommandInput, SendMessageCommandInput } from "@aws-sdk/client-sqs";
import type { SQSMessageAttributes } from "aws-lambda";
import type { Chance } from "../stage/chance.ts";
import type { Timeline } from "../stage/timeline.ts";
import { arnOf, type Message, nameIn, received, urlOf } from "./message.ts";

export interface QueueTerms {
    visibilitySeconds: number;
    /** Deliveries after which a message goes to `<name>-dead`; none for dead letters. */
    deliveries?: number;
}

/** SQS in memory: in no order, at least once, hidden for a while, and after some deliveries a dead letter. */
export class Queues {
    readonly #terms: Readonly<Record<string, QueueTerms>>;
    readonly #ready = new Map<string, Message[]>();
    readonly #timeline: Timeline;
    readonly #chance: Chance;
    /** How likely a message is delivered again while somebody works on it. */
    twice = 0;
    /** How likely a message that is sent to a queue kills whoever works on it. */
    hexes: Readonly<Record<string, number>> = {};

    constructor(terms: Readonly<Record<string, QueueTerms>>, timeline: Timeline, chance: Chance) {
        this.#terms = terms;
        this.#timeline = timeline;
        this.#chance = chance;
        for (const queue of Object.keys(terms)) this.#ready.set(queue, []);
    }

    waiting(queue: string): number {
        return this.#of(queue).length;
    }

    send(queue: string, body: string, attributes: SQSMessageAttributes = {}, delaySeconds = 0): string {
        const id = this.#chance.uuid();
        const sentAt = this.#timeline.now;
        const isHexed = this.#chance.happens(this.hexes[queue] ?? 0);
        const fresh = { receiveCount: 0, isDeleted: false, hiddenUntil: 0, isHexed };
        const message = { id, queue, body, attributes, sentAt, ...fresh };
        this.#hide(message, delaySeconds);
        return id;
    }

    /** Up to so many messages, in any order. */
    receive(queue: string, most: number): Message[] {
        const { visibilitySeconds, deliveries } = this.#terms[queue] ?? { visibilitySeconds: 30 };
        const ready = this.#of(queue);
        const received: Message[] = [];
        while (ready.length > 0 && received.length < most) {
            const message = this.#chance.takeFrom(ready);
            if (message.isDeleted || received.includes(message)) continue;
            if (deliveries !== undefined && message.receiveCount >= deliveries) this.#giveUp(message);
            else {
                message.receiveCount++;
                this.#hide(message, visibilitySeconds);
                if (this.#chance.happens(this.twice)) this.#show(message);
                received.push(message);
            }
        }
        return received;
    }

    delete(message: Message): void {
        message.isDeleted = true;
    }

    answer(operation: string, input: object, short: boolean): object {
        if (operation === "SendMessageBatch") return this.#sendBatch(input as SendMessageBatchCommandInput, short);
        if (operation === "SendMessage") {
            const { QueueUrl = "", MessageBody = "", MessageAttributes } = input as SendMessageCommandInput;
            return { MessageId: this.send(nameIn(QueueUrl), MessageBody, received(MessageAttributes)) };
        }
        if (operation === "GetQueueUrl") return { QueueUrl: urlOf((input as { QueueName: string }).QueueName) };
        throw new Error(`this SQS does not know ${operation}`);
    }

    /** Throttled, it takes a part of a batch. */
    #sendBatch({ QueueUrl = "", Entries = [] }: SendMessageBatchCommandInput, short: boolean): object {
        const Failed = Entries.filter(() => short && this.#chance.happens(0.5)).map(({ Id }) => ({
            ...{ Id, Code: "ThrottlingException", SenderFault: false },
        }));
        const refused = new Set(Failed.map(({ Id }) => Id));
        for (const { Id, MessageBody = "", MessageAttributes, DelaySeconds } of Entries) {
            if (!refused.has(Id)) this.send(nameIn(QueueUrl), MessageBody, received(MessageAttributes), DelaySeconds);
        }
        return { Failed };
    }

    #giveUp(message: Message): void {
        const dead = `${message.queue}-dead`;
        message.isDeleted = true;
        this.#show({
            ...message,
            queue: dead,
            source: arnOf(message.queue),
            receiveCount: 0,
            isDeleted: false,
            isHexed: false,
        });
    }

    #hide(message: Message, seconds: number): void {
        const until = this.#timeline.now + seconds * 1000;
        message.hiddenUntil = until;
        if (seconds === 0) this.#show(message);
        else {
            this.#timeline.at(until, () => {
                if (!message.isDeleted && message.hiddenUntil === until) this.#show(message);
            });
        }
    }

    #show(message: Message): void {
        this.#of(message.queue).push(message);
    }

    #of(queue: string): Message[] {
        const messages = this.#ready.get(queue);
        if (messages === undefined) throw new Error(`this SQS has no queue ${queue}`);
        return messages;
    }
}
