/**
 * What came of looking at one thing before a first deployment.
 * - `done`: it was looked at, and would not stop the update.
 * - `fails`: the update would fail, or would bring what nobody wants; what, with which value, and how to mend it.
 * - `left`: it cannot be checked here, and why.
 */
export type Outcome =
    | { readonly state: "done"; readonly says: string }
    | { readonly state: "fails"; readonly what: string; readonly value: string; readonly fix: string }
    | { readonly state: "left"; readonly why: string; readonly instead?: string };

export function done(says: string): Outcome {
    return { state: "done", says };
}

export function fails(what: string, value: string, fix: string): Outcome {
    return { state: "fails", what, value, fix };
}

/** `instead`: what makes it possible, or who has to look. */
export function left(why: string, instead?: string): Outcome {
    return { state: "left", why, ...(instead !== undefined && { instead }) };
}

/** All that is wrong; where nothing is, that it was done. */
export function faultsOr(faults: readonly Outcome[], says: string): Outcome[] {
    return faults.some(({ state }) => state === "fails") ? [...faults] : [done(says), ...faults];
}
