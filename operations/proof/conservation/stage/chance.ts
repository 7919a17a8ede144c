/** Numbers that look random and are the same for the same seed: mulberry32, which has one state of 32 bits. */
export class Chance {
    #state: number;

    constructor(seed: number) {
        this.#state = seed | 0;
    }

    /** From 0 to less than 1. */
    next(): number {
        this.#state = (this.#state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    /** A whole number from 0 to less than the limit. */
    below(limit: number): number {
        return Math.floor(this.next() * limit);
    }

    happens(probability: number): boolean {
        return this.next() < probability;
    }

    one<Item>(items: readonly Item[]): Item {
        const item = items[this.below(items.length)];
        if (item === undefined) throw new RangeError("there is nothing to choose from");
        return item;
    }

    /** Takes one out of a list, whose order means nothing. */
    takeFrom<Item>(items: Item[]): Item {
        const index = this.below(items.length);
        const item = items[index];
        const last = items.pop();
        if (item === undefined || last === undefined) throw new RangeError("there is nothing to take");
        if (index < items.length) items[index] = last;
        return item;
    }

    /** A name as services make them up. */
    uuid(): string {
        const hex = Array.from({ length: 4 }, () =>
            this.below(2 ** 32)
                .toString(16)
                .padStart(8, "0"),
        ).join("");
        return [
            hex.slice(0, 8),
            hex.slice(8, 12),
            `4${hex.slice(13, 16)}`,
            `a${hex.slice(17, 20)}`,
            hex.slice(20),
        ].join("-");
    }
}
