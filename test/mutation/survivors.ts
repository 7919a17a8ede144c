/** Mutants that no test notices, and why none has to. */
export interface Survivor {
    file: string;
    /** The line that they begin in as it is, without its blanks at both ends. */
    line: string;
    /** What each of them takes out, and puts in its place. */
    changes: readonly string[];
    reason: string;
}

export const SURVIVORS: readonly Survivor[] = [
    {
        file: "contract/cards/luhn.ts",
        line: "for (; index > 0; index -= 2) {",
        changes: ["index > 0 -> index >= 0"],
        reason: "Of an odd number of digits the first has none before it, which adds nothing either way.",
    },
    {
        file: "contract/values/iban.ts",
        line: "if (/^[A-Z0-9]+$/.test(account)) return account;",
        changes: [
            "/^[A-Z0-9]+$/.test(account) -> false",
            "/^[A-Z0-9]+$/ -> /^[A-Z0-9]$/",
            "/^[A-Z0-9]+$/ -> /^[^A-Z0-9]+$/",
        ],
        reason: "Only the quick way for nearly every account: the slow one says the same.",
    },
    {
        file: "contract/values/modulo-97.ts",
        line: "if (remainder > LARGE) remainder %= 97;",
        changes: [
            "remainder > LARGE -> true",
            "remainder > LARGE -> remainder >= LARGE",
            "remainder > LARGE -> remainder <= LARGE",
        ],
        reason: "Only keeps the remainder a small integer of the engine: what is left by 97 at the end is the same.",
    },
];
