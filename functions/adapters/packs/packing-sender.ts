import { wasStopped } from "../card-guard.ts";
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
        const stopped = packs.flatMap(({ indexes }, number) =>
            indexes.length > 1 && wasStopped(sent[number]) ? indexes : [],
        );
        await this.#apart(stopped, messages, outcomes);
        return outcomes;
    }

    /** What one message of a pack may not do must not keep those beside it. */
    async #apart(
        stopped: readonly number[],
        messages: readonly OutgoingMessage[],
        outcomes: PromiseSettledResult<void>[],
    ): Promise<void> {
        if (stopped.length === 0) return;
        const apart = stopped.flatMap((index) => messages[index] ?? []);
        for (const [place, outcome] of (await this.#queue.send(apart)).entries()) {
            outcomes[stopped[place] ?? -1] = outcome;
        }
    }
}
