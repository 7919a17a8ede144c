import type { Transaction } from "../../contract/transaction/transaction.ts";
import { canonical, labelOf } from "./canonical.ts";
import { hash } from "./random.ts";
import { type StoryOptions, story } from "./story.ts";
import type { Label } from "./transaction.ts";

export interface Labelled {
    transaction: Transaction;
    label: Label;
}

/** Customers of one world know each other, so a world is kept whole and several are told one after another. */
const worldSize = 20_000;

/**
 * Canonical transactions and their labels without any file around them, for training and benchmarks: any number in
 * constant memory, in order of time within each world. Other seeds share no account, card or device.
 */
export function* labelledTransactions(options: StoryOptions): Generator<Labelled> {
    for (let world = 0, left = options.payments; left > 0; world++, left -= worldSize) {
        const seed = world === 0 ? options.seed : hash(`${options.seed}/world ${world}`);
        for (const [index, payment] of story({ ...options, seed, payments: Math.min(left, worldSize) }).entries()) {
            const source = payment.channel === "card" ? "card-switch" : "mobile-bank";
            const number = (world * worldSize + index).toString(36).padStart(7, "0");
            const id = `${source}:${(options.seed >>> 0).toString(36)}-${number}`;
            const { episode, ...label } = labelOf(payment);
            const own = episode === undefined ? label : { ...label, episode: `${world}/${episode}` };
            yield { transaction: canonical(payment, source, id), label: own };
        }
    }
}
