interface Due {
    time: number;
    /** Of two at one time the one that was set first comes first. */
    order: number;
    then: () => void;
}

/** A clock that nobody waits for, and what is due by it: a heap. */
export class Timeline {
    /** Milliseconds since 1970. */
    now: number;
    readonly #heap: Due[] = [];
    #order = 0;

    constructor(start: number) {
        this.now = start;
    }

    at(time: number, then: () => void): void {
        const heap = this.#heap;
        heap.push({ time, order: this.#order++, then });
        for (let place = heap.length - 1; place > 0; ) {
            const parent = (place - 1) >> 1;
            if (!this.#isBefore(place, parent)) break;
            this.#swap(place, parent);
            place = parent;
        }
    }

    /** Lets some time pass, and does what comes due in it. */
    pass(ms: number): void {
        this.now += ms;
        for (let first = this.#heap[0]; first !== undefined && first.time <= this.now; first = this.#heap[0]) {
            this.#removeFirst();
            first.then();
        }
    }

    /** Goes to what is due next; whether there was anything. */
    leap(): boolean {
        const [first] = this.#heap;
        if (first === undefined) return false;
        this.pass(Math.max(0, first.time - this.now));
        return true;
    }

    #removeFirst(): void {
        const heap = this.#heap;
        const last = heap.pop();
        if (last === undefined || heap.length === 0) return;
        heap[0] = last;
        for (let place = 0; ; ) {
            const [left, right] = [2 * place + 1, 2 * place + 2];
            let least = place;
            if (left < heap.length && this.#isBefore(left, least)) least = left;
            if (right < heap.length && this.#isBefore(right, least)) least = right;
            if (least === place) return;
            this.#swap(place, least);
            place = least;
        }
    }

    #isBefore(one: number, other: number): boolean {
        const [first, second] = [this.#heap[one], this.#heap[other]];
        if (first === undefined || second === undefined) return false;
        return first.time < second.time || (first.time === second.time && first.order < second.order);
    }

    #swap(one: number, other: number): void {
        const [first, second] = [this.#heap[one], this.#heap[other]];
        if (first !== undefined && second !== undefined) [this.#heap[one], this.#heap[other]] = [second, first];
    }
}
