import type { OutgoingMessage, QueueSender } from "../queue.ts";
import { packed } from "./pack.ts";

/** Sends many messages in few; each has the outcome of the one that carries it. */
export class PackingSender implements QueueSender {
    readonly #queue: QueueSender;

    constructor(queue: QueueSender) {
        this.#queue = queue;
    }

    async send(messages: readonly OutgoingMessage[]): Promise<PromiseSettledResult<void>[]> {
        const packs = packed(messages);
        const sent = await this.#queue.send(packs.map(({ message }) => message));
        const outcomes = new Array<PromiseSettledResult<void>>(messages.length);
        for (const [number, { indexes }] of packs.entries()) {
            const outcome = sent[number] ?? { status: "rejected", reason: new Error("nothing was sent") };
            for (const index of indexes) outcomes[index] = outcome;
        }
        return outcomes;
    }
}
