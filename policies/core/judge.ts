import type { Value } from "./value.ts";
import { UnknownValue } from "./value.ts";

/** What one judgement found: `what` completes the sentence that the property begins. */
export interface Verdict {
    status: "violation" | "inconclusive";
    property: string;
    what: string;
}

/** Says what is wrong with the value, or nothing. Reading something unknown in it makes the verdict inconclusive. */
export type Test = (value: Value) => string | undefined;

/** Judges one property. Each property gets a verdict of its own: an unknown one does not hide the others. */
export type Judge = (value: Value, test: Test) => void;

/** Collects the verdicts of `work`. An unknown value read outside a judgement ends the work, inconclusively. */
export function verdicts(work: (judge: Judge) => void): Verdict[] {
    const found: Verdict[] = [];
    const guarded = (step: () => void) => {
        try {
            step();
        } catch (error) {
            if (!(error instanceof UnknownValue)) throw error;
            if (found.some(({ status, property }) => status === "inconclusive" && property === error.path)) return;
            found.push({ status: "inconclusive", property: error.path, what: "is not known before the update" });
        }
    };
    const judge: Judge = (value, test) =>
        guarded(() => {
            const what = test(value);
            if (what !== undefined) found.push({ status: "violation", property: value.path, what: shortened(what) });
        });
    guarded(() => work(judge));
    return found;
}

/** A sentence with a name of thousands of letters in it is no help. */
const LONGEST = 300;

function shortened(what: string): string {
    return what.length <= LONGEST ? what : `${what.slice(0, LONGEST - 1)}…`;
}
