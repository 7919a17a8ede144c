import type { Verdict } from "./judge.ts";

let held: string | undefined;

/** Notes that a rule holds a stack to the limits of production although its name does not say that it is. */
export function noteHeld(stack: string): void {
    held = stack;
}

/**
 * The verdicts of a rule over one resource. Where it held the stack to the limits of production, each violation says that,
 * and where to take from what those ask for: whoever copied the settings of `dev` knows of no such limit.
 */
export function tellingWhenHeld(judge: () => Verdict[]): Verdict[] {
    held = undefined;
    const verdicts = judge();
    if (held === undefined) return verdicts;
    const told = `${held} counts as production, as every stack but dev and local: take deletionGuard, records, retention and scoring of stacks/${held}.ts from stacks/prod.ts`;
    return verdicts.map((one) => (one.status === "violation" ? { ...one, what: `${one.what}; ${told}` } : one));
}
