import { bounded } from "../fuzz/support/mutations.ts";

/** `INPUTS=10000 npm test -- test/functions/kinds test/functions/cards` looks longer. */
const ASKED = process.env.INPUTS;

const FEW = 100;

/** Of cases in a row, where few inputs are asked for, every seventh is tried; else each. */
export const STRIDE = Number(ASKED ?? FEW) < FEW ? 7 : 1;

/** How many inputs a property is tried with: `usual` ones in every run of the tests, or as many as are asked for. */
export function inputs(usual: number) {
    return ASKED === undefined ? bounded(usual) : { numRuns: Number(ASKED) };
}
