import { SUPPLEMENTARY_SETS, type SupplementarySet } from "../../../contract/files/supplementary.ts";
import type {
    SupplementaryPointer,
    SupplementaryPointers,
    WholeSet,
} from "../../../contract/files/supplementary-pointer.ts";
import { inParallel } from "../../adapters/in-parallel.ts";
import type { ObjectReader } from "../../adapters/object-reader.ts";
import { readWholeSet, type SetIndex, UnsoundSetError } from "./whole-set.ts";

/** A set at hand. */
export interface Held {
    whole: WholeSet;
    index: SetIndex;
}

/** How a set stands: what is at hand of it, and whether a newer one, or any, could not be read. */
export interface Standing {
    held?: Held;
    unreadable: boolean;
}

export const SETS = Object.keys(SUPPLEMENTARY_SETS) as SupplementarySet[];

/** How long one answer about what counts is good: a new set is in use well within a minute. */
const LOOK_MS = 20_000;

/** Holds the set that counts of each kind, in memory; nothing here ever fails, and the set at hand is better than none. */
export class HeldSets {
    readonly #pointers: { read(): Promise<SupplementaryPointers> };
    readonly #objects: ObjectReader;
    readonly #standing = new Map<SupplementarySet, Standing>();
    /** Runs whose objects are not what was counted, which no second look changes. */
    readonly #unsound = new Set<string>();
    #looked = Number.NEGATIVE_INFINITY;
    #looking: Promise<void> | undefined;

    constructor(pointers: { read(): Promise<SupplementaryPointers> }, objects: ObjectReader) {
        this.#pointers = pointers;
        this.#objects = objects;
    }

    /** How each set stands, as of at most some seconds ago. */
    async at(moment: number): Promise<ReadonlyMap<SupplementarySet, Standing>> {
        if (moment - this.#looked >= LOOK_MS) {
            this.#looked = moment;
            this.#looking = this.#look();
        }
        await this.#looking;
        return this.#standing;
    }

    async #look(): Promise<void> {
        try {
            const pointers = await this.#pointers.read();
            await inParallel(SETS, SETS.length, async (set) => {
                this.#standing.set(set, await this.#renewed(set, pointers.get(set)));
            });
        } catch {
            for (const set of SETS) this.#standing.set(set, { ...this.#standing.get(set), unreadable: true });
        }
    }

    async #renewed(set: SupplementarySet, pointer: SupplementaryPointer | undefined): Promise<Standing> {
        if (pointer === undefined) return { unreadable: false };
        const current = await this.#readOnce(set, pointer.current);
        if (current !== undefined) return { held: current, unreadable: false };
        const former = pointer.former && (await this.#readOnce(set, pointer.former));
        const held = former ?? this.#standing.get(set)?.held;
        return { ...(held && { held }), unreadable: true };
    }

    async #readOnce(set: SupplementarySet, whole: WholeSet): Promise<Held | undefined> {
        const held = this.#standing.get(set)?.held;
        if (held?.whole.run === whole.run) return held;
        if (this.#unsound.has(whole.run)) return undefined;
        try {
            return { whole, index: await readWholeSet(set, whole, this.#objects) };
        } catch (error) {
            if (error instanceof UnsoundSetError) this.#unsound.add(whole.run);
            return undefined;
        }
    }
}
