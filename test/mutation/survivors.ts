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
    {
        file: "contract/transaction/canonical-text.ts",
        line: 'const [, id = "", source = "", accountId = "", counterpartyId = "", amount, currency = "", occurredAt = ""] = parts;',
        changes: ['"" -> "Stryker was here!"'],
        reason: DEFAULT,
    },
    {
        file: "contract/transaction/canonical-text.ts",
        line: 'const [channel, country = "", merchantCategory, cardToken, deviceId] = parts.slice(8);',
        changes: ['"" -> "Stryker was here!"'],
        reason: DEFAULT,
    },
    {
        file: "contract/transaction/canonical-text.ts",
        line: 'const inner = (pattern: RegExp): string => pattern.source.replace(/^\\^|\\$$/g, "");',
        changes: ["/^\\^|\\$$/g -> /\\^|\\$$/g", "/^\\^|\\$$/g -> /^\\^|\\$/g"],
        reason: "The patterns that it is asked about have these signs at their ends only.",
    },
    {
        file: "contract/transaction/envelope.ts",
        line: 'const receivedAt = canonicalTime(attributes.receivedAt?.stringValue ?? "");',
        changes: ['"" -> "Stryker was here!"'],
        reason: "Any text that is no time would do.",
    },
    {
        file: "contract/transaction/json-members.ts",
        line: "if (nameStart < 0) return found;",
        changes: ["nameStart < 0 -> nameStart <= 0"],
        reason: "An object's JSON does not begin with a quote.",
    },
    {
        file: "contract/transaction/json-members.ts",
        line: 'return quoted.includes("\\\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);',
        changes: ['"\\\\" -> ""'],
        reason: "Only the quick way for a name without escapes: the slow one says the same.",
    },
    {
        file: "contract/transaction/json-members.ts",
        line: "if (next > 0 && json.charCodeAt(next - 1) !== 0x5c) return next + 1;",
        changes: [
            "next > 0 && json.charCodeAt(next - 1) !== 0x5c -> false",
            "next > 0 -> true",
            "next > 0 -> next >= 0",
            "next > 0 -> next <= 0",
        ],
        reason: "Only the quick way, which gives way to the slow one; and in JSON that was parsed every text has its end.",
    },
    {
        file: "contract/transaction/json-members.ts",
        line: 'while (at < json.length && json[at] !== \'"\') at += json[at] === "\\\\" ? 2 : 1;',
        changes: ["at < json.length -> true", "at < json.length -> at <= json.length"],
        reason: "In JSON that was parsed every text has its end.",
    },
    {
        file: "contract/transaction/json-members.ts",
        line: "while (at < json.length) {",
        changes: ["at < json.length -> at <= json.length"],
        reason: "In JSON that was parsed every value ends before the text does.",
    },
    {
        file: "contract/transaction/origin.ts",
        line: "const PARTS = /^(.*)#([^#]*)#(\\d{1,10}|file)$/s;",
        changes: ["/^(.*)#([^#]*)#(\\d{1,10}|file)$/s -> /(.*)#([^#]*)#(\\d{1,10}|file)$/s"],
        reason: "The first part takes all that it can, from the beginning on; only what is no origin is tried further.",
    },
    {
        file: "functions/screen/read-message.ts",
        line: 'const exact = minorUnits(withoutExponent(sources.get("amountMinor") ?? ""), 0);',
        changes: ['"" -> "Stryker was here!"'],
        reason: DEFAULT,
    },
    {
        file: "functions/screen/card-fields.ts",
        line: "(amountMinor >= LEAST_CARD && containsCardNumber(String(amountMinor))) ||",
        changes: ["amountMinor >= LEAST_CARD -> true", "amountMinor >= LEAST_CARD -> amountMinor > LEAST_CARD"],
        reason: "Only spares the look at a number that is too short for one.",
    },
    {
        file: "functions/screen/delivery.ts",
        line: "const claimsTheFuture = receivedAt > sentAt;",
        changes: ["receivedAt > sentAt -> receivedAt >= sentAt"],
        reason: "Of two equal times it is the same which one counts.",
    },
    {
        file: "functions/screen/inspect.ts",
        line: "return occurredAt > receivedAt && Date.parse(occurredAt) > Date.parse(receivedAt) + CLOCK_SKEW_MS;",
        changes: ["occurredAt > receivedAt -> true", "occurredAt > receivedAt -> occurredAt >= receivedAt"],
        reason: "Only spares the arithmetic: what is not later is not five minutes later.",
    },
    {
        file: "functions/screen/quarantine.ts",
        line: 'if (outcome?.status !== "fulfilled") failures.set(delivery.messageId, outcome?.reason);',
        changes: ["outcome?.status -> outcome.status", "outcome?.reason -> outcome.reason"],
        reason: DEFAULT,
    },
    {
        file: "functions/screen/quarantine.ts",
        line: 'if (outcome?.status !== "fulfilled") {',
        changes: ["outcome?.status -> outcome.status"],
        reason: DEFAULT,
    },
    {
        file: "functions/screen/quarantine.ts",
        line: "for (const { delivery } of ones) failures.set(delivery.messageId, outcome?.reason);",
        changes: ["outcome?.reason -> outcome.reason"],
        reason: DEFAULT,
    },
    {
        file: "functions/screen/read-message.ts",
        line: "if (transaction === undefined) return readWhole(body);",
        changes: ["transaction === undefined -> true"],
        reason: "Only the quick way for nearly every message: the slow one says the same.",
    },
    {
        file: "functions/screen/read-message.ts",
        line: "} catch {",
        changes: ["{ return undefined; } -> {}"],
        reason: "A function that ends gives the same as one that says so.",
    },
];
