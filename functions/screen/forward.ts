import { envelopeAttributes } from "../../contract/transaction/envelope.ts";
import { isOfFile } from "../../contract/transaction/identifiers.ts";
import type { OutgoingMessage } from "../adapters/queue.ts";
import type { Candidate, Ports } from "./screen.ts";

/**
 * Sends the transactions on, those out of files apart from those that somebody waits for, and marks those that were sent. A kill in between sends them again, which `score` does not
 * mind; a mark that fails is made up for by the message's next delivery.
 */
export async function forward(
    candidates: readonly Candidate[],
    { screened, screenedBulk, ledger }: Pick<Ports, "screened" | "screenedBulk" | "ledger">,
    now: string,
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
    const sentIds = ids.filter((id, index) => {
        const outcome = sent[index];
        if (outcome?.status !== "fulfilled") failedIds.set(id, outcome?.reason);
        return outcome?.status === "fulfilled";
    });
    const marked = await ledger.markForwarded(sentIds, now);
    for (const [index, id] of sentIds.entries()) {
        const outcome = marked[index];
        if (outcome?.status !== "fulfilled") failedIds.set(id, outcome?.reason);
    }
    for (const { transaction, delivery } of candidates) {
        if (failedIds.has(transaction.id)) failures.set(delivery.messageId, failedIds.get(transaction.id));
    }
}

function message({ text, delivery }: Candidate): OutgoingMessage {
    return { body: text, attributes: envelopeAttributes(delivery) };
}
