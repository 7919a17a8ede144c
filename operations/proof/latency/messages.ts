import { readCanonical } from "../../../contract/transaction/canonical-text.ts";
import { canonicalJson, type Transaction } from "../../../contract/transaction/transaction.ts";
import { containsCardNumber } from "../../../contract/values/card-number.ts";

const DAY_MS = 24 * 3_600_000;
/** The samples span less than that, so that no copy changes what an account did lately in another one. */
const APART_DAYS = 14;

/**
 * Live messages that nobody has sent yet: copies of the samples under ids of their own, each copy a fortnight earlier. What
 * of the samples would be refused is not copied, since it has no verdict.
 */
export class Messages {
    private readonly samples: readonly Transaction[];
    private made = 0;

    constructor(samples: readonly string[], now = Date.now()) {
        this.samples = samples.flatMap((text) => {
            const transaction = containsCardNumber(text) ? undefined : readCanonical(text);
            return transaction && isAccepted(transaction, now) ? [transaction] : [];
        });
    }

    /** The next ones, by id. */
    next(count: number): Map<string, string> {
        return new Map(
            Array.from({ length: count }, () => {
                const transaction = this.copy(this.made++);
                return [transaction.id, canonicalJson(transaction)];
            }),
        );
    }

    private copy(number: number): Transaction {
        const sample = this.samples[number % this.samples.length];
        if (sample === undefined) throw new Error("there are no samples to copy");
        const earlier = Math.floor(number / this.samples.length) * APART_DAYS * DAY_MS;
        const occurredAt = new Date(Date.parse(sample.occurredAt) - earlier).toISOString();
        return { ...sample, id: `${sample.source}:copy-${number}`, occurredAt };
    }
}

function isAccepted({ occurredAt, accountId, counterpartyId }: Transaction, now: number): boolean {
    return Date.parse(occurredAt) < now && accountId !== counterpartyId;
}
