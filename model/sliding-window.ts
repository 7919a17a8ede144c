/**
 * Walks a history in order and keeps what lies within a length of time before each of its moments, both ends included.
 * Every moment enters once and leaves once, so a busy account costs its number of transactions, not its square.
 */
export class SlidingWindow<Moment extends { at: number }> {
    readonly #lengthMs: number;
    readonly #enter: (moment: Moment) => void;
    readonly #leave: (moment: Moment) => void;
    readonly #inside: Moment[] = [];
    #first = 0;

    constructor(lengthMs: number, enter: (moment: Moment) => void, leave: (moment: Moment) => void) {
        this.#lengthMs = lengthMs;
        this.#enter = enter;
        this.#leave = leave;
    }

    /** Moments must come in the order of their times. */
    add(moment: Moment): void {
        this.#inside.push(moment);
        this.#enter(moment);
        for (let first = this.#inside[this.#first]; first !== undefined; first = this.#inside[this.#first]) {
            if (first.at >= moment.at - this.#lengthMs) return;
            this.#leave(first);
            this.#first++;
        }
    }
}

/** How often each value is present; nothing is no value. */
export class Tally {
    readonly #counts = new Map<string, number>();

    add(value: string | undefined): void {
        if (value === undefined) return;
        this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    }

    remove(value: string | undefined): void {
        if (value === undefined) return;
        const count = (this.#counts.get(value) ?? 0) - 1;
        if (count > 0) this.#counts.set(value, count);
        else this.#counts.delete(value);
    }

    get distinct(): number {
        return this.#counts.size;
    }

    has(value: string): boolean {
        return this.#counts.has(value);
    }
}
