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
    {
        file: "contract/values/iban.ts",
        line: "if (/^[A-Z0-9]+$/.test(account)) return account;",
        mutant: "false",
        reason: "Only the quick way for nearly every account: the slow one says the same.",
    },
    {
        file: "contract/values/iban.ts",
        line: "if (/^[A-Z0-9]+$/.test(account)) return account;",
        mutant: "/^[A-Z0-9]$/",
        reason: "Only the quick way for nearly every account: the slow one says the same.",
    },
    {
        file: "contract/values/iban.ts",
        line: "if (/^[A-Z0-9]+$/.test(account)) return account;",
        mutant: "/^[^A-Z0-9]+$/",
        reason: "Only the quick way for nearly every account: the slow one says the same.",
    },
    {
        file: "contract/values/modulo-97.ts",
        line: "if (remainder > LARGE) remainder %= 97;",
        mutant: "true",
        reason: "Only keeps the remainder a small integer of the engine: what is left by 97 at the end is the same.",
    },
    {
        file: "contract/values/modulo-97.ts",
        line: "if (remainder > LARGE) remainder %= 97;",
        mutant: "remainder >= LARGE",
        reason: "Only keeps the remainder a small integer of the engine: what is left by 97 at the end is the same.",
    },
    {
        file: "contract/values/modulo-97.ts",
        line: "if (remainder > LARGE) remainder %= 97;",
        mutant: "remainder <= LARGE",
        reason: "Only keeps the remainder a small integer of the engine: what is left by 97 at the end is the same.",
    },
];
