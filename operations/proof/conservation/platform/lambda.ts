import type { Context, SQSBatchResponse } from "aws-lambda";
import { TIMEOUT_SECONDS } from "../../../../infra/steps/parts.ts";
import { type Message, recordOf } from "../cloud/message.ts";
import type { Chance } from "../stage/chance.ts";
import type { Handler, Host } from "../stage/host.ts";
import type { Stage, StageParts } from "../stage/stage.ts";
import { CONSUMERS, type Consumer } from "./consumers.ts";
import { handlerOf } from "./instances.ts";
import type { Verb } from "./names.ts";

/** How likely another invocation begins while others work. */
const EAGERNESS = 0.1;
/** How likely a batch is as full as it may be. */
const FULL = 0.7;

export interface LambdaParts extends Pick<StageParts, "cloud" | "timeline" | "storm" | "witness"> {
    stage: Stage;
    chance: Chance;
    /** For tests that break it: functions whose messages are acknowledged before they are worked on. */
    acknowledgesFirst?: readonly Verb[] | undefined;
}

/** Lambda with its event source mappings: takes messages off the queues, runs functions, acknowledges what succeeded. */
export class Lambda {
    readonly #parts: LambdaParts;
    /** Warm instances without work. */
    readonly #idle = new Map<Verb, { host: Host; handler: Handler }[]>();
    readonly #running = new Map<Consumer, number>();
    /** Until when messages are collected for a batch. */
    readonly #collecting = new Map<Consumer, number>();
    readonly #consumerOf = new Map<Host, Consumer>();
    invocations = 0;

    constructor(parts: LambdaParts) {
        this.#parts = parts;
        parts.stage.start = (mayWait) => this.#start(mayWait);
        parts.stage.killed = (host) => {
            this.#see(host.invocation?.messages ?? [], `${host.verb} was killed while it had it`);
            this.#ended(host);
        };
    }

    #start(mayWait: boolean): boolean {
        const { chance, cloud } = this.#parts;
        if (mayWait && !chance.happens(EAGERNESS)) return false;
        const able = CONSUMERS.filter(
            (one) => (this.#running.get(one) ?? 0) < one.concurrency && this.#isCollected(one),
        );
        if (able.length === 0) return false;
        const consumer = chance.one(able);
        this.#collecting.delete(consumer);
        const { queue, verb, batchSize } = consumer;
        const most = chance.happens(FULL) ? batchSize : 1 + chance.below(batchSize);
        const messages = cloud.queues.receive(queue, most);
        if (messages.length > 0) this.#invoke(consumer, verb, messages);
        return true;
    }

    /** Whether a batch is full, or its window over. */
    #isCollected(consumer: Consumer): boolean {
        const { cloud, timeline } = this.#parts;
        const { queue, batchSize, windowSeconds } = consumer;
        const waiting = cloud.queues.waiting(queue);
        if (waiting === 0 || waiting >= batchSize) return waiting > 0;
        const until = this.#collecting.get(consumer) ?? timeline.now + windowSeconds * 1000;
        if (!this.#collecting.has(consumer)) {
            this.#collecting.set(consumer, until);
            // Otherwise the clock would leap over the end of the window.
            timeline.at(until, () => undefined);
        }
        return timeline.now >= until;
    }

    #invoke(consumer: Consumer, verb: Verb, messages: readonly Message[]): void {
        const { cloud, storm, timeline, acknowledgesFirst } = this.#parts;
        const instance = this.#idle.get(verb)?.pop() ?? this.#cold(verb);
        const { host, handler } = instance;
        const deadline = timeline.now + TIMEOUT_SECONDS[verb] * 1000;
        const doom = storm.doomOf(
            verb,
            messages.some(({ isHexed }) => isHexed),
        );
        host.invocation = { messages, deadline, calls: 0, doom };
        this.#running.set(consumer, (this.#running.get(consumer) ?? 0) + 1);
        this.#consumerOf.set(host, consumer);
        this.invocations++;
        this.#see(messages, `${verb} was given it by ${consumer.queue}`);
        if (acknowledgesFirst?.includes(verb)) for (const message of messages) cloud.queues.delete(message);
        const context = { getRemainingTimeInMillis: () => deadline - timeline.now } as Context;
        const done = (failed: readonly Message[]) => {
            if (host.isDead) return;
            this.#acknowledge(messages.filter((message) => !failed.includes(message)));
            this.#ended(host);
            this.#idle.set(verb, [...(this.#idle.get(verb) ?? []), instance]);
        };
        handler({ Records: messages.map(recordOf) }, context).then(
            ({ batchItemFailures }: SQSBatchResponse) => {
                const ids = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
                done(messages.filter(({ id }) => ids.has(id)));
            },
            () => done(messages),
        );
    }

    #acknowledge(messages: readonly Message[]): void {
        const { chance, cloud, storm } = this.#parts;
        for (const message of messages) {
            if (chance.happens(storm.twice)) storm.count("acknowledgement lost");
            else cloud.queues.delete(message);
        }
    }

    #see(messages: readonly Message[], happened: string): void {
        this.#parts.witness?.(
            () => messages.map(({ id, body, attributes }) => `sqs:${id} ${body} ${JSON.stringify(attributes)}`).join(),
            happened,
        );
    }

    #cold(verb: Verb): { host: Host; handler: Handler } {
        const { stage, storm, timeline } = this.#parts;
        const host: Host = { verb, skewMs: storm.skewMs(), isDead: false, invocation: undefined };
        return { host, handler: handlerOf(verb, host, stage, () => timeline.now) };
    }

    #ended(host: Host): void {
        const consumer = this.#consumerOf.get(host);
        if (consumer === undefined) return;
        this.#consumerOf.delete(host);
        this.#running.set(consumer, (this.#running.get(consumer) ?? 1) - 1);
    }
}
