import { outcomes } from "../../samples/generator/outcomes.ts";
import { defaults, type SampleSet, sampleSet } from "../../samples/generator/sample-set.ts";
import { setsOf } from "../../samples/generator/supplementary/known-of.ts";
import { saysOf } from "../../samples/generator/supplementary/says-of.ts";

let set: SampleSet | undefined;

/** The committed set, made once for all tests that only read it. */
export function made(): SampleSet {
    set ??= sampleSet(defaults);
    return set;
}

let expected: ReturnType<typeof outcomes> | undefined;

export function madeOutcomes(): ReturnType<typeof outcomes> {
    expected ??= outcomes(defaults, made(), saysOf(setsOf(made().scored, defaults.seed)));
    return expected;
}
