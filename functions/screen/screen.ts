import { contentHash, type Transaction } from "../../contract/transaction/transaction.ts";
import { CardNumberError } from "../adapters/card-guard.ts";
import type { ClaimLedger } from "../adapters/claim-ledger.ts";
import type { Candidate, Refused } from "./candidate.ts";
import { type Decision, decide } from "./decide.ts";
import type { Delivery } from "./delivery.ts";
import { forward } from "./forward.ts";
import { inspect } from "./inspect.ts";
import type { Ports } from "./ports.ts";
import { quarantine } from "./quarantine.ts";
import { refusalOf } from "./refusal.ts";

/** What became of a batch. Each message is in one of the counts or, to be delivered again, among the failures. */
export interface Outcome {
    forwarded: number;
    retried: number;
    duplicates: number;
    quarantined: number;
    failures: Map<string, unknown>;
}

/**
 * Screens a batch. The order of effects lets a kill between any two of them do no harm: claim before send, quarantine
 * before the note in the ledger; and a message is only acknowledged after all of its own.
 */
export async function screen(deliveries: readonly Delivery[], ports: Ports, now: string): Promise<Outcome> {
    const failures = new Map<string, unknown>();
    const refused: Refused[] = [];
    const candidates: Candidate[] = [];
    for (const delivery of deliveries) {
        const inspection = inspect(delivery);
        if (!inspection.ok) refused.push({ delivery, refusal: inspection.refusal });
        else {
            const { transaction, text } = inspection;
            candidates.push({ delivery, transaction, text, contentHash: contentHash(text) });
        }
    }
    const decided: Record<Decision, Candidate[]> = { forward: [], done: [], duplicate: [], conflict: [] };
    for (const wave of waves(candidates)) await claim(wave, ports.ledger, now, decided, failures);

    const conflicts = decided.conflict.map(({ delivery }) => ({
        delivery,
        refusal: refusalOf(delivery, "conflict"),
    }));
    await Promise.all([
        forward(decided.forward, ports, failures),
        quarantine([...refused, ...conflicts], ports, now, failures),
    ]);
    const stopped = stoppedOf(candidates, failures);
    await quarantine(stopped, ports, now, failures);
    await endClaims(stopped, ports.ledger, now, failures);
    await note(decided, ports.ledger, failures);

    const aside = new Set(stopped.map(({ delivery }) => delivery.messageId));
    const succeeded = (candidate: { delivery: Delivery }): boolean => !failures.has(candidate.delivery.messageId);
    return {
        forwarded: decided.forward.filter(succeeded).filter(({ delivery }) => !aside.has(delivery.messageId)).length,
        retried: decided.done.length,
        duplicates: decided.duplicate.filter(succeeded).length,
        quarantined: [...refused, ...decided.conflict, ...stopped].filter(succeeded).length,
        failures,
    };
}

type Stopped = Refused & Pick<Candidate, "transaction">;

/** What a guard stopped at the ledger or a queue comes to nothing however often it comes again: it is refused instead. */
function stoppedOf(candidates: readonly Candidate[], failures: Map<string, unknown>): Stopped[] {
    const stopped = candidates.filter(({ delivery }) => failures.get(delivery.messageId) instanceof CardNumberError);
    for (const { delivery } of stopped) failures.delete(delivery.messageId);
    return stopped.map(({ delivery, transaction }) => ({
        delivery,
        transaction,
        refusal: refusalOf(delivery, "contains-card-number"),
    }));
}

/** What was claimed before a guard stopped it on its way out is under way no more. */
async function endClaims(
    stopped: readonly Stopped[],
    ledger: ClaimLedger,
    now: string,
    failures: Map<string, unknown>,
): Promise<void> {
    const aside = stopped.filter(({ delivery }) => !failures.has(delivery.messageId));
    for (const wave of waves(aside)) {
        const outcomes = await ledger.quarantined(
            wave.map(({ transaction: { id }, delivery: { origin } }) => ({ id, origin, at: now })),
        );
        for (const [index, { delivery }] of wave.entries()) {
            const outcome = outcomes[index];
            if (outcome?.status !== "fulfilled") failures.set(delivery.messageId, outcome?.reason);
        }
    }
}

async function claim(
    wave: readonly Candidate[],
    ledger: ClaimLedger,
    now: string,
    decided: Record<Decision, Candidate[]>,
    failures: Map<string, unknown>,
): Promise<void> {
    const outcomes = await ledger.claim(
        wave.map(({ transaction, contentHash, delivery }) => ({
            id: transaction.id,
            source: transaction.source,
            contentHash,
            origin: delivery.origin,
            occurredAt: transaction.occurredAt,
            receivedAt: delivery.receivedAt,
            claimedAt: now,
        })),
    );
    for (const [index, candidate] of wave.entries()) {
        const outcome = outcomes[index];
        if (outcome?.status !== "fulfilled") failures.set(candidate.delivery.messageId, outcome?.reason);
        else {
            const { origin } = candidate.delivery;
            decided[decide(outcome.value, { contentHash: candidate.contentHash, origin })].push(candidate);
        }
    }
}

/** Notes duplicates and, once they are in quarantine, conflicts. */
async function note(
    { duplicate, conflict }: Record<Decision, Candidate[]>,
    ledger: ClaimLedger,
    failures: Map<string, unknown>,
): Promise<void> {
    const quarantined = conflict.filter(({ delivery }) => !failures.has(delivery.messageId));
    const further = [
        ...duplicate.map((candidate) => ({ candidate, kind: "duplicate" as const })),
        ...quarantined.map((candidate) => ({ candidate, kind: "conflict" as const })),
    ].map(({ candidate, kind }) => ({ ...candidate, kind }));
    for (const wave of waves(further)) {
        const outcomes = await ledger.note(
            wave.map(({ transaction, delivery, kind }) => ({ id: transaction.id, origin: delivery.origin, kind })),
        );
        for (const [index, { delivery }] of wave.entries()) {
            const outcome = outcomes[index];
            if (outcome?.status !== "fulfilled") failures.set(delivery.messageId, outcome?.reason);
        }
    }
}

/** Splits a batch so that no wave names one id twice: the ledger decides between two of one id in their order. */
function waves<Entry extends { transaction: Transaction }>(entries: readonly Entry[]): Entry[][] {
    const result: Entry[][] = [];
    const seen = new Map<string, number>();
    for (const entry of entries) {
        const number = seen.get(entry.transaction.id) ?? 0;
        seen.set(entry.transaction.id, number + 1);
        const wave = result[number];
        if (wave === undefined) result.push([entry]);
        else wave.push(entry);
    }
    return result;
}
