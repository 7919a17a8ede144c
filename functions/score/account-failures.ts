import type { Transaction } from "../../contract/transaction/transaction.ts";
import type { Carried } from "./batch.ts";

interface OfAccount {
    transaction: Transaction;
}

/** An account succeeds or fails as a whole, since what is due to one of its transactions may be written with another. */
export class AccountFailures {
    readonly #causes = new Map<string, unknown>();
    readonly #stopped = new Set<string>();

    /** Takes the outcomes of work on each of the items. */
    collect(items: readonly OfAccount[], outcomes: readonly PromiseSettledResult<unknown>[]): void {
        for (const [index, { transaction }] of items.entries()) {
            const outcome = outcomes[index];
            if (outcome?.status !== "fulfilled") this.#causes.set(transaction.accountId, outcome?.reason);
        }
    }

    /** What a guard stopped concerns itself alone: nothing of it was written that others of its account could see. */
    stop({ transaction }: OfAccount): void {
        this.#stopped.add(transaction.id);
    }

    stopped({ transaction }: OfAccount): boolean {
        return this.#stopped.has(transaction.id);
    }

    failed({ transaction }: OfAccount): boolean {
        return this.#causes.has(transaction.accountId);
    }

    /** Names the messages that must come again. */
    report(carried: readonly Carried[], failures: Map<string, unknown>): void {
        for (const one of carried) {
            if (!this.failed(one) || this.stopped(one)) continue;
            const cause = this.#causes.get(one.transaction.accountId);
            for (const messageId of one.messageIds) failures.set(messageId, cause);
        }
    }
}
