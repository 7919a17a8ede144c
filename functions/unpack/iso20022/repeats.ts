import { FileFault } from "../text/file-fault.ts";

/** Bits of a reference that tell one from another; a chance equality only gives a payment a number it did not need. */
const KEY_DIGITS = 13;
const FIRST_SIZE = 1024;

/**
 * How often each reference came up within one message. Two equal payments of one message are two payments, and their order
 * in it tells them apart, in each delivery of the message alike. Sixteen bytes a payment, since a message may hold millions.
 */
export class Repeats {
    private readonly most: number;
    private keys = new Float64Array(FIRST_SIZE);
    private size = 0;
    private readonly again = new Map<number, number>();

    constructor(most: number) {
        this.most = most;
    }

    /** 1 for a reference that is new in the message, 2 for one that comes again, and so on. */
    ordinalOf(reference: string): number {
        // 0 is a free place.
        const key = Number.parseInt(reference.slice(0, KEY_DIGITS), 16) + 1;
        if (this.insert(key)) return 1;
        const ordinal = (this.again.get(key) ?? 1) + 1;
        this.again.set(key, ordinal);
        return ordinal;
    }

    private insert(key: number): boolean {
        const place = placeOf(this.keys, key);
        if (this.keys[place] === key) return false;
        if (this.size >= this.most) {
            throw new FileFault("unreadable-file", `a message holds more than ${this.most} transactions`);
        }
        this.keys[place] = key;
        this.size++;
        if (this.size * 2 > this.keys.length) this.grow();
        return true;
    }

    private grow(): void {
        const larger = new Float64Array(this.keys.length * 2);
        for (const key of this.keys) if (key !== 0) larger[placeOf(larger, key)] = key;
        this.keys = larger;
    }
}

/** Where the key is, or the free place where it belongs. */
function placeOf(keys: Float64Array, key: number): number {
    let place = key % keys.length;
    while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) % keys.length;
    return place;
}
