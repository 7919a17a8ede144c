import { envelopeAttributes } from "../../contract/transaction/envelope.ts";
import { isOfFile } from "../../contract/transaction/origin.ts";
import type { OutgoingMessage } from "../adapters/queue.ts";
import type { Candidate } from "./candidate.ts";
import type { Ports } from "./ports.ts";

/**
 * Sends the transactions on, those out of files apart from those that somebody waits for. That they were sent is written
 * nowhere: a delivery that comes again before its transaction is scored sends it again, which `score` does not mind.
 */
export async function forward(
    candidates: readonly Candidate[],
    { screened, screenedBulk }: Pick<Ports, "screened" | "screenedBulk">,
    failures: Map<string, unknown>,
): Promise<void> {
    // One delivery may lie in a batch twice.
    const byId = new Map(candidates.map((candidate) => [candidate.transaction.id, candidate]));
    const distinct = [...byId.values()];
    const bulk = distinct.filter(({ delivery }) => isOfFile(delivery.origin));
    const live = distinct.filter(({ delivery }) => !isOfFile(delivery.origin));
    const failedIds = new Map<string, unknown>();
    const sent = (await Promise.all([screened.send(live.map(message)), screenedBulk.send(bulk.map(message))])).flat();
    const ids = [...live, ...bulk].map(({ transaction }) => transaction.id);
    for (const [index, id] of ids.entries()) {
        const outcome = sent[index];
        if (outcome?.status !== "fulfilled") failedIds.set(id, outcome?.reason);
    }
    for (const { transaction, delivery } of candidates) {
        if (failedIds.has(transaction.id)) failures.set(delivery.messageId, failedIds.get(transaction.id));
    }
}

function message({ text, delivery }: Candidate): OutgoingMessage {
    return { body: text, attributes: envelopeAttributes(delivery) };
}
