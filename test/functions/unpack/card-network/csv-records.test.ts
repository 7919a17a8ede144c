import assert from "node:assert/strict";
import { CsvRecords } from "../../../../functions/unpack/card-network/csv-records.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";
import { type Line, LongLine } from "../../../../functions/unpack/text/lines.ts";

const OPEN = "a quote is opened and never closed";
const BROKEN = "a quoted field goes on after its closing quote";
const TOO_LONG = "the row is longer than 30 bytes or 3 lines";

/** Each record: its first line, how many lines it takes up, and its fields or what is wrong and what is left of it. */
function recordsOf(lines: readonly Line[], first?: number): unknown[][] {
    const records = new CsvRecords(",", { recordLines: 3, rowBytes: 30 }, first);
    const all = [...lines.flatMap((line) => records.push(line)), ...records.finish()];
    return all.map((record) =>
        "fault" in record
            ? [record.line, record.lines, record.fault, record.detail, record.text]
            : [record.line, record.lines, record.fields],
    );
}
const long = (quotes: number): LongLine => new LongLine("beginning", quotes);

describe("the records of a CSV", () => {
    const cases: { title: string; lines: Line[]; records: unknown[][] }[] = [
        {
            title: "are lines, but for blank ones",
            lines: ["a,b", " \t", "c"],
            records: [
                [1, 1, ["a", "b"]],
                [3, 1, ["c"]],
            ],
        },
        {
            title: "have quoted fields",
            lines: ['"a,b",c', "d"],
            records: [
                [1, 1, ["a,b", "c"]],
                [2, 1, ["d"]],
            ],
        },
        {
            title: "go over several lines in quotes, blank ones among them",
            lines: ['a,"b', "", 'c",d', "e"],
            records: [
                [1, 2, ["a", "b\n\nc", "d"]],
                [4, 1, ["e"]],
            ],
        },
        {
            title: "are refused line by line where a quote is never closed",
            lines: ["a", 'b,"c', "", "d"],
            records: [
                [1, 1, ["a"]],
                [2, 1, "malformed-row", OPEN, 'b,"c'],
                [4, 1, "malformed-row", OPEN, "d"],
            ],
        },
        {
            title: "are refused where a field goes on behind its quotes",
            lines: ['"a"b,c', "d"],
            records: [
                [1, 1, "malformed-row", BROKEN, '"a"b,c'],
                [2, 1, ["d"]],
            ],
        },
        {
            title: "are refused line by line where one of several goes on behind its quotes",
            lines: ['a,"b', 'c"d,e', "f"],
            records: [
                [1, 1, "malformed-row", BROKEN, 'a,"b'],
                [2, 1, "malformed-row", BROKEN, 'c"d,e'],
                [3, 1, ["f"]],
            ],
        },
        {
            title: "stay in doubt until the field is closed that the last line opens if it is a row by itself",
            lines: ['a,"b', 'c"d,"e', 'f",g', "h"],
            records: [
                [1, 1, "malformed-row", BROKEN, 'a,"b'],
                [2, 1, "malformed-row", BROKEN, 'c"d,"e'],
                [3, 1, "malformed-row", BROKEN, 'f",g'],
                [4, 1, ["h"]],
            ],
        },
        {
            title: "stay in doubt where the line that ends one may open another",
            lines: ['"a', 'c,"d', 'f"', "g"],
            records: [
                [1, 1, "malformed-row", BROKEN, '"a'],
                [2, 1, "malformed-row", BROKEN, 'c,"d'],
                [3, 1, "malformed-row", BROKEN, 'f"'],
                [4, 1, ["g"]],
            ],
        },
        {
            title: "go on where another field is opened behind a broken one",
            lines: ['"a"b,"c', 'd"', "e"],
            records: [
                [1, 1, "malformed-row", BROKEN, '"a"b,"c'],
                [2, 1, "malformed-row", BROKEN, 'd"'],
                [3, 1, ["e"]],
            ],
        },
        {
            title: "end with a broken field",
            lines: ['"a"b', "c"],
            records: [
                [1, 1, "malformed-row", BROKEN, '"a"b'],
                [2, 1, ["c"]],
            ],
        },
        { title: "may begin with an empty field", lines: [',"b",'], records: [[1, 1, ["", "b", ""]]] },
        {
            title: "may have doubled quotes, and blanks around them",
            lines: [' "a""b" ,c"d'],
            records: [[1, 1, ['a"b', 'c"d']]],
        },
        {
            title: "are refused as one where two lines have too many bytes",
            lines: [`"${"a".repeat(20)}`, `${"b".repeat(9)}"`, "e"],
            records: [
                [1, 2, "row-too-long", TOO_LONG, `"${"a".repeat(20)}`],
                [3, 1, ["e"]],
            ],
        },
        {
            title: "are refused as one where several lines within are too long",
            lines: ['"a', long(2), long(0), 'b"', "c"],
            records: [
                [1, 4, "row-too-long", TOO_LONG, '"a'],
                [5, 1, ["c"]],
            ],
        },
        {
            title: "are refused as one where they have too many lines",
            lines: ['"a', "b", "c", 'd"', "e"],
            records: [
                [1, 4, "row-too-long", TOO_LONG, '"a'],
                [5, 1, ["e"]],
            ],
        },
        {
            title: "may have as many lines as the limit says",
            lines: ['"a', "b", 'c"', "d"],
            records: [
                [1, 3, ["a\nb\nc"]],
                [4, 1, ["d"]],
            ],
        },
        {
            title: "are refused as one where they have too many bytes, blank lines not counted",
            lines: ["x", `"${"a".repeat(20)}`, "b".repeat(9), "", "\t", 'c"', "e"],
            records: [
                [1, 1, ["x"]],
                [2, 3, "row-too-long", TOO_LONG, `"${"a".repeat(20)}`],
                [7, 1, ["e"]],
            ],
        },
        {
            title: "may have as many bytes as the limit says",
            lines: [`"${"a".repeat(19)}`, `${"b".repeat(7)}"`],
            records: [[1, 2, [`${"a".repeat(19)}\n${"b".repeat(7)}`]]],
        },
        {
            title: "that were too long leave nothing to the next one",
            lines: ['"a', "b", "c", 'd"', '"e', 'f"', `"${"g".repeat(20)}"`],
            records: [
                [1, 4, "row-too-long", TOO_LONG, '"a'],
                [5, 2, ["e\nf"]],
                [7, 1, ["g".repeat(20)]],
            ],
        },
        {
            title: "are refused where a line is too long",
            lines: ["a", long(2), "b"],
            records: [
                [1, 1, ["a"]],
                [2, 1, "row-too-long", "the line is longer than 30 bytes", "beginning"],
                [3, 1, ["b"]],
            ],
        },
        {
            title: "go on behind a line that is too long and opens a field",
            lines: [long(1), "b", "", 'c",d', "e"],
            records: [
                [1, 3, "row-too-long", TOO_LONG, "beginning"],
                [5, 1, ["e"]],
            ],
        },
        {
            title: "are refused where a line within one is too long",
            lines: ['"a', long(2), 'b"', "c"],
            records: [
                [1, 3, "row-too-long", TOO_LONG, '"a'],
                [4, 1, ["c"]],
            ],
        },
        {
            title: "end with a line that is too long and closes the field",
            lines: ['"a', "b", long(1), "c"],
            records: [
                [1, 3, "row-too-long", TOO_LONG, '"a'],
                [4, 1, ["c"]],
            ],
        },
    ];
    for (const { title, lines, records } of cases) it(title, () => assert.deepEqual(recordsOf(lines), records));

    it("are numbered from the first line on", () =>
        assert.deepEqual(recordsOf(["a", "b"], 7), [
            [7, 1, ["a"]],
            [8, 1, ["b"]],
        ]));

    it("are not to be had behind one that is too long and never ends", () => {
        for (const lines of [
            ["x", '"a', "b", "c", "d"],
            ["x", long(1), "b"],
        ]) {
            assert.throws(
                () => recordsOf(lines),
                (error) => {
                    assert.ok(error instanceof FileFault);
                    assert.deepEqual(
                        [error.reason, error.message],
                        ["unreadable-file", `${OPEN}: nothing behind line 2 can be read`],
                    );
                    return true;
                },
            );
        }
    });
});

describe("CSV records", () => {
    const limits = { recordLines: 4, rowBytes: 1000 };
    const pushed = (lines: readonly string[], records = new CsvRecords(",", limits)) =>
        lines.flatMap((line) => records.push(line));
    const refused = (line: number, text: string, detail: string) => ({
        line,
        lines: 1,
        fault: "malformed-row" as const,
        detail,
        text,
    });

    it("take every line inside a closed quote for a part of its field", () => {
        assert.deepEqual(pushed(['"a', "b,c", 'd",e', "f"]), [
            { line: 1, lines: 3, fields: ["a\nb,c\nd", "e"] },
            { line: 4, lines: 1, fields: ["f"] },
        ]);
    });

    it("refuse each line of a quote that never closes, since none can be told from a row", () => {
        const records = new CsvRecords(",", limits);
        assert.deepEqual(pushed(['"a', "b", " ", "c,d"], records), []);
        const detail = "a quote is opened and never closed";
        assert.deepEqual(records.finish(), [
            refused(1, '"a', detail),
            refused(2, "b", detail),
            refused(4, "c,d", detail),
        ]);
    });

    it("refuse each line that a wrong quote leaves in doubt, and read on behind it", () => {
        const detail = "a quoted field goes on after its closing quote";
        assert.deepEqual(pushed(['"a', "b", 'c,"d"', "e"]), [
            refused(1, '"a', detail),
            refused(2, "b", detail),
            refused(3, 'c,"d"', detail),
            { line: 4, lines: 1, fields: ["e"] },
        ]);
        // The doubtful line may open a field of its own, in which the next line stands.
        assert.deepEqual(
            pushed(['"a', 'c,"d', "e", 'f"', "g"]).map((record) => ("fault" in record ? record.text : "read")),
            ['"a', 'c,"d', "e", 'f"', "read"],
        );
    });

    it("over the limit are refused as one, and never closed end the file", () => {
        for (const lines of [
            ['"a', "b", "c", "d", "e"],
            ['"a', "b".repeat(1000)],
        ]) {
            const records = new CsvRecords(",", limits);
            assert.deepEqual(pushed(lines, records), []);
            const [first, ...others] = pushed(['"', "g"], records);
            assert.ok(first !== undefined && "fault" in first);
            assert.deepEqual([first.fault, first.line, first.lines], ["row-too-long", 1, lines.length + 1]);
            assert.deepEqual(others, [{ line: lines.length + 2, lines: 1, fields: ["g"] }]);
            const open = new CsvRecords(",", limits);
            pushed(lines, open);
            assert.throws(() => open.finish(), /nothing behind line 1 can be read/);
        }
    });
});
