/** Mutants that no test notices, and why none has to. */
export interface Survivor {
    file: string;
    /** The line that they begin in as it is, without its blanks at both ends. */
    line: string;
    /** What each of them takes out, and puts in its place. */
    changes: readonly string[];
    reason: string;
}

const DEFAULT = "Only the types ask for this default: what it would stand in for has always been there before it.";

export const SURVIVORS: readonly Survivor[] = [
    {
        file: "contract/cards/luhn.ts",
        line: "for (; index > 0; index -= 2) {",
        changes: ["index > 0 -> index >= 0"],
        reason: "Of an odd number of digits the first has none before it, which adds nothing either way.",
    },
    {
        file: "contract/values/amount.ts",
        line: 'return parts === null ? null : exact(parts[1] ?? "", parts[2] ?? "", decimals);',
        changes: ['"" -> "Stryker was here!"'],
        reason: DEFAULT,
    },
    {
        file: "contract/values/amount.ts",
        line: 'const [, whole = "", fraction = "", exponent = "0"] = parts;',
        changes: ['"" -> "Stryker was here!"', '"0" -> ""'],
        reason: DEFAULT,
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
    {
        file: "contract/values/time.ts",
        line: "if (isCanonicalTime(text)) return text;",
        changes: ["isCanonicalTime(text) -> false"],
        reason: "Only the quick way for nearly every time: the slow one says the same.",
    },
    {
        file: "contract/values/wall-clock.ts",
        line: "if (before !== undefined) return before;",
        changes: ["before !== undefined -> false"],
        reason: "Only spares the time of asking the database again, which says the same.",
    },
    {
        file: "contract/values/wall-clock.ts",
        line: "if (known.size > 10_000) known.clear();",
        changes: [
            "known.size > 10_000 -> true",
            "known.size > 10_000 -> false",
            "known.size > 10_000 -> known.size >= 10_000",
            "known.size > 10_000 -> known.size <= 10_000",
        ],
        reason: "Only bounds the memory for what was asked before; what is forgotten is asked again and says the same.",
    },
];
