import { bankingLine } from "./support/files.ts";
import { type Trouble, tells } from "./support/tells.ts";

const troubles: Trouble[] = [
    {
        title: "half a million brackets in a line is read, or refused by its line",
        file: [
            bankingLine("r1").replace("{", `{"x":${"[".repeat(500_000)}${"]".repeat(500_000)},`),
            "[".repeat(1_000_000),
            bankingLine("r3"),
        ].join("\n"),
        expected: { sent: ["r1 150 EUR", "r3 150 EUR"], refused: ["line 2 malformed-row"], fault: "" },
    },
    {
        title: "one key twice is refused by its line, whichever value would have won",
        file: [bankingLine("r1"), bankingLine("r2").replace("{", '{"amount":9,'), bankingLine("r3")].join("\n"),
        expected: { sent: ["r1 150 EUR", "r3 150 EUR"], refused: ["line 2 malformed-row"] },
    },
    {
        title: "__proto__ and constructor for keys is read by its own fields",
        file: bankingLine("r1").replace(
            "{",
            '{"__proto__":{"amount":"9"},"constructor":{"prototype":{"country":"XX"}},',
        ),
        expected: { sent: ["r1 150 EUR"], refused: [] },
    },
    {
        title: "a field only in __proto__ misses that field",
        file: bankingLine("r1").replace('"amount":1.5', '"__proto__":{"amount":"9"}'),
        expected: { sent: [], refused: ["line 1 missing-field"] },
    },
    {
        title: "lone surrogates or NUL in an identifier is refused by its line",
        file: [bankingLine("r\\ud800"), bankingLine("r\\u0000"), bankingLine("r3")].join("\n"),
        expected: { sent: ["r3 150 EUR"], refused: ["line 1 invalid-identifier", "line 2 invalid-identifier"] },
    },
];

tells("an NDJSON file", "core-banking", troubles);
