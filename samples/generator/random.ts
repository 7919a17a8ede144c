import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A value and how often it is drawn, relative to the others. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/**
 * Random numbers that depend on nothing but the seed. Only `Math.log`, `Math.exp` and `Math.sqrt` are used:
 * V8 computes them the same on every platform, which it does not promise for sines and powers.
 */
export class Random {
    readonly seed: number;
    readonly #generator: ReturnType<typeof xoroshiro128plus>;
    #spare: number | undefined;

    constructor(seed: number) {
        this.seed = seed;
        this.#generator = xoroshiro128plus(seed);
    }

    /** A stream of its own, so that a change in one part of the story does not move every other part. */
    fork(label: string): Random {
        return new Random(hash(`${this.seed}/${label}`));
    }

    /** In [0, 1). */
    float(): number {
        return uniformFloat64(this.#generator);
    }

    /** Both ends included. */
    int(from: number, to: number): number {
        return uniformInt(this.#generator, from, to);
    }

    between(from: number, to: number): number {
        return from + (to - from) * this.float();
    }

    chance(probability: number): boolean {
        return this.float() < probability;
    }

    pick<T>(values: readonly T[]): T {
        if (values.length === 0) throw new Error("cannot pick from an empty list");
        return values[this.int(0, values.length - 1)] as T;
    }

    weighted<T>(choices: Weighted<T>): T {
        let left = this.float() * choices.reduce((sum, [, weight]) => sum + weight, 0);
        for (const [value, weight] of choices) {
            left -= weight;
            if (left < 0) return value;
        }
        return (choices.at(-1) as readonly [T, number])[0];
    }

    /** Mean 0, deviation 1, by Marsaglia's polar method. */
    normal(): number {
        if (this.#spare !== undefined) {
            const spare = this.#spare;
            this.#spare = undefined;
            return spare;
        }
        for (;;) {
            const x = this.between(-1, 1);
            const y = this.between(-1, 1);
            const square = x * x + y * y;
            if (square === 0 || square >= 1) continue;
            const scale = Math.sqrt((-2 * Math.log(square)) / square);
            this.#spare = y * scale;
            return x * scale;
        }
    }

    logNormal(median: number, sigma: number): number {
        return median * Math.exp(sigma * this.normal());
    }

    /** Time to the next of events that come at this mean distance. */
    exponential(mean: number): number {
        return -mean * Math.log(1 - this.float());
    }

    digits(count: number): string {
        let text = "";
        for (let i = 0; i < count; i++) text += this.int(0, 9);
        return text;
    }

    hex(count: number): string {
        let text = "";
        for (let i = 0; i < count; i++) text += this.int(0, 15).toString(16);
        return text;
    }

    shuffle<T>(values: readonly T[]): T[] {
        const shuffled = [...values];
        for (let i = shuffled.length - 1; i > 0; i--) {
            const j = this.int(0, i);
            [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
        }
        return shuffled;
    }
}

/** FNV-1a, 32 bits: enough to give each stream a seed of its own. */
export function hash(text: string): number {
    let value = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return value | 0;
}
