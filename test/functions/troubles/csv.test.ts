import { COLUMNS, cardFile, cardRow } from "./support/files.ts";
import { ALL, NOTHING, type Trouble, tells, utf16 } from "./support/tells.ts";

const troubles: Trouble[] = [
    { title: "CRLF at its line ends is read", file: cardFile("\r\n"), expected: ALL },
    { title: "CR alone at its line ends is read", file: cardFile("\r"), expected: ALL },
    {
        title: "CR alone and no line after the header is a fault, since nothing came of it",
        file: `${COLUMNS}\r`,
        expected: { ...NOTHING, fault: "empty-file: the file holds a header and no row (before its first row)" },
    },
    { title: "a byte order mark is read", file: `\ufeff${cardFile()}`, expected: ALL },
    { title: "UTF-16LE is read", file: utf16(cardFile("\r\n")), expected: ALL },
    { title: "UTF-16BE is read", file: utf16(cardFile("\r\n")).swap16(), expected: ALL },
    { title: "UTF-16LE and CR alone is read", file: utf16(cardFile("\r")), expected: ALL },
    {
        title: "UTF-16 that is cut within a character loses the row it was cut in, by line",
        file: utf16(cardFile().trimEnd()).subarray(0, -1),
        expected: { sent: ["t1 150 EUR"], refused: ["line 3 invalid-amount", "line 4 invalid-time"], fault: "" },
    },
    {
        title: "Windows-1252 in a field that must be plain loses that row only",
        file: Buffer.from(cardFile() + cardRow("t4", { merchant: "caf\u0080" }), "latin1"),
        expected: { ...ALL, refused: [...ALL.refused, "line 5 invalid-identifier"] },
    },
    {
        title: "bytes that are no UTF-8 lose the line they stand in",
        file: Buffer.concat([
            Buffer.from(cardFile()),
            Buffer.from([0xc3, 0x28, 0xff, 0x0a]),
            Buffer.from(cardRow("t4")),
        ]),
        expected: { ...ALL, sent: [...ALL.sent, "t4 150 EUR"], refused: [...ALL.refused, "line 5 malformed-row"] },
    },
    {
        title: "a NUL byte loses the row it stands in, at the beginning as further down",
        file: [
            COLUMNS,
            cardRow("t1", { merchant: "m\0" }),
            ...Array.from({ length: 99 }, (_, at) => cardRow(`t${at + 2}`)),
            cardRow("t101", { merchant: "m\0" }),
        ].join("\n"),
        expected: { refused: ["line 2 invalid-identifier", "line 102 invalid-identifier"], fault: "" },
    },
    {
        title: "quotes, doubled ones and line ends within them is read",
        file: [`note,${COLUMNS}`, `"a, ""b""\r\nc",${cardRow("t1")}`, `",",${cardRow("t2")}`].join("\r\n"),
        expected: { sent: ["t1 150 EUR", "t2 150 EUR"], refused: [], fault: "" },
    },
];

tells("a CSV file", "card-network", troubles);
