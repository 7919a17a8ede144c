import { wasStopped } from "../adapters/card-guard.ts";
import type { OutgoingMessage, QueueSender } from "../adapters/queue.ts";

/**
 * Messages of one send. They go by account, so that `score` looks an account up once for several of its transactions; their
 * order means nothing. A group takes about two megabytes.
 */
const GROUP = 2000;
/** Groups in flight; reading goes on meanwhile. */
const IN_FLIGHT = 3;

/** The queue did not take every message; the invocation fails and its retry sends the same origins again. */
export class BulkSendError extends Error {
    override readonly name = "BulkSendError";
}

/** Gathers messages into groups and keeps a bounded number of them in flight. */
export class BulkSender {
    private readonly queue: QueueSender;
    private readonly waiting: OutgoingMessage[] = [];
    /** Of each message that waits. */
    private readonly accounts: string[] = [];
    private readonly flying = new Set<Promise<void>>();
    private failure: BulkSendError | null = null;
    private readonly onStopped: (message: OutgoingMessage) => void;

    /** `onStopped` is told of each message that the queue's guard refuses, and would refuse again. */
    constructor(queue: QueueSender, onStopped: (message: OutgoingMessage) => void) {
        this.queue = queue;
        this.onStopped = onStopped;
    }

    add(message: OutgoingMessage, account: string): void {
        this.waiting.push(message);
        this.accounts.push(account);
    }

    /** Sends full groups; waits while too many are in flight. */
    async flow(): Promise<void> {
        while (this.waiting.length >= GROUP) await this.launch();
    }

    /** Everything added so far is on the queue when this returns. */
    async drain(): Promise<void> {
        await this.flow();
        if (this.waiting.length > 0) await this.launch();
        await Promise.all(this.flying);
        this.stopOnFailure();
    }

    /** Sends what waits, a group at most. */
    private async launch(): Promise<void> {
        const group = byAccount(this.waiting.splice(0, GROUP), this.accounts.splice(0, GROUP));
        if (this.flying.size >= IN_FLIGHT) await Promise.race(this.flying);
        this.stopOnFailure();
        const flight: Promise<void> = this.send(group).finally(() => this.flying.delete(flight));
        this.flying.add(flight);
    }

    private async send(group: readonly OutgoingMessage[]): Promise<void> {
        try {
            const outcomes = await this.queue.send(group);
            for (const [index, message] of group.entries()) if (wasStopped(outcomes[index])) this.onStopped(message);
            const failed = outcomes.filter(isFailure);
            const [first] = failed;
            if (first !== undefined) {
                const message = `${failed.length} of ${group.length} messages were not taken by the bulk queue`;
                this.failure = new BulkSendError(message, { cause: first.reason });
            }
        } catch (cause) {
            this.failure = new BulkSendError("the bulk queue cannot be reached", { cause });
        }
    }

    private stopOnFailure(): void {
        if (this.failure !== null) throw this.failure;
    }
}

function isFailure(outcome: PromiseSettledResult<unknown>): outcome is PromiseRejectedResult {
    return outcome.status === "rejected" && !wasStopped(outcome);
}

/** The messages in the order in which their accounts came up; comparing the accounts would cost as much as reading rows. */
function byAccount(messages: readonly OutgoingMessage[], accounts: readonly string[]): OutgoingMessage[] {
    const first = new Map<string, number>();
    const keys = new Uint32Array(messages.length);
    for (const [index, account] of accounts.entries()) {
        const place = first.get(account) ?? index;
        if (place === index) first.set(account, index);
        keys[index] = place * GROUP + index;
    }
    return Array.from(keys.sort(), (key) => messages[key % GROUP] as OutgoingMessage);
}
