import { type Clock, StatementError } from "../adapters/warehouse.ts";
import type { LoadedObject } from "./one-load.ts";

/** What a load has to have before it begins, in milliseconds: the usual time of one on a warehouse that is awake. */
const LOAD_MS = 30_000;
/** Objects that fail one by one, while nothing has been loaded, after which the fault is the warehouse's own. */
const FAULTS_BEFORE_ANY_LOAD = 4;

export interface Halved {
    /** The objects that were not loaded, by key, each with the reason. */
    failed: Map<string, unknown>;
    /** Loads that succeeded, and those that the warehouse refused. */
    done: number;
    refused: number;
}

/** The objects were not tried: there was no time left. They come again. */
export class OutOfTimeError extends Error {
    override readonly name = "OutOfTimeError";
}

/**
 * Loads all objects at once; what the warehouse refuses is loaded by halves, so that in the end the faulty objects alone
 * are left: of 100 objects with one faulty, 99 come in by at most seven loads, after eight refusals. Anything but a
 * refusal would hold for the halves as well, and so would a refusal of all objects: then the rest is left as it is.
 */
export async function byHalves(
    objects: readonly LoadedObject[],
    load: (some: readonly LoadedObject[]) => Promise<void>,
    clock: Pick<Clock, "hasTime">,
): Promise<Halved> {
    const outcome: Halved = { failed: new Map(), done: 0, refused: 0 };
    const fail = (some: readonly LoadedObject[], error: unknown) => {
        for (const { key } of some) outcome.failed.set(key, error);
    };
    let faulty = 0;
    // The end of the list is next.
    const waiting = objects.length > 0 ? [objects] : [];
    for (let some = waiting.pop(); some !== undefined; some = waiting.pop()) {
        if (outcome.refused > 0 && !clock.hasTime(LOAD_MS)) {
            fail(some, new OutOfTimeError("no time was left to load the object apart from a faulty one"));
            continue;
        }
        try {
            await load(some);
            outcome.done += 1;
        } catch (error) {
            if (error instanceof StatementError) outcome.refused += 1;
            if (some.length === 1) faulty += 1;
            const hopeless = outcome.done === 0 && faulty >= FAULTS_BEFORE_ANY_LOAD;
            if (!(error instanceof StatementError) || hopeless) {
                fail([some, ...waiting.splice(0)].flat(), error);
            } else if (some.length === 1) fail(some, error);
            else waiting.push(some.slice(Math.ceil(some.length / 2)), some.slice(0, Math.ceil(some.length / 2)));
        }
    }
    return outcome;
}
