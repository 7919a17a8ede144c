/** A mutant that no test notices, and why none has to. */
export interface Survivor {
    file: string;
    /** The line as it is, without its blanks at both ends. */
    line: string;
    /** What the mutant has in place of a part of it. */
    mutant: string;
    reason: string;
}

export const SURVIVORS: readonly Survivor[] = [
    {
        file: "contract/cards/luhn.ts",
        line: "for (; index > 0; index -= 2) {",
        mutant: "index >= 0",
        reason: "Of an odd number of digits the first has none before it, which adds nothing either way.",
    },
];
