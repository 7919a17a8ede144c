import assert from "node:assert/strict";
import { isBlank, type Line, LongLine, lines } from "../../../../functions/unpack/text/lines.ts";
import { inChunks } from "../support/readers.ts";

const MOST = 10;
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

/** With nothing between the pieces, as decoders may give it. */
async function* withNothings(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    yield Buffer.alloc(0);
    for await (const chunk of bytes) yield* [chunk, Buffer.alloc(0)];
}

async function linesOf(file: string | Buffer, chunk: number, most = MOST): Promise<Line[]> {
    const found: Line[] = [];
    for await (const some of lines(withNothings(inChunks(Buffer.from(file), chunk)), most)) {
        assert.ok(some.length > 0, "nothing was handed over");
        found.push(...some);
    }
    return found;
}

/** The lines of a file, whatever pieces it comes in; a long one by what is kept of it. */
async function everyWay(file: string | Buffer, expected: readonly unknown[], most = MOST): Promise<void> {
    for (const chunk of [1, 2, 3, 5, 7, 1000]) {
        const found = (await linesOf(file, chunk, most)).map((line) =>
            typeof line === "string" ? line : { head: line.head, opensQuote: line.opensQuote },
        );
        assert.deepEqual(found, expected, `in pieces of ${chunk}`);
    }
}
const long = (head: string, opensQuote = false) => ({ head, opensQuote });

describe("the lines of a file", () => {
    const cases: { title: string; file: string | Buffer; expected: unknown[] }[] = [
        { title: "end with line feeds, the last one with the file", file: "a\nb\n\nc", expected: ["a", "b", "", "c"] },
        { title: "are none behind the last end", file: "a\n", expected: ["a"] },
        { title: "are none in nothing", file: "", expected: [] },
        { title: "may begin with an end", file: "\na\n\nb", expected: ["", "a", "", "b"] },
        {
            title: "may be empty where others are Latin-1",
            file: latin("\xe4\n\n\xe4\r\r\n\n"),
            expected: ["\u00e4", "", "\u00e4", "", ""],
        },
        { title: "end with carriage returns", file: "a\rb\r\rc\r", expected: ["a", "b", "", "c"] },
        { title: "end with both", file: "a\r\nb\r\n\r\nc\r\n", expected: ["a", "b", "", "c"] },
        {
            title: "end each in its own way",
            file: "a\rb\r\nc\nd\n\re\r\r\nf",
            expected: ["a", "b", "c", "d", "", "e", "", "f"],
        },
        { title: "are UTF-8", file: "\u00e4\n\u20ac\u{1f600}\n", expected: ["\u00e4", "\u20ac\u{1f600}"] },
        {
            title: "are Latin-1 where they are no UTF-8, each for itself",
            file: latin("\xe4\n\xc3\xa4\rb"),
            expected: ["\u00e4", "\u00e4", "b"],
        },
        { title: "lose the mark that stands before one", file: "\ufeffa\nb\n\ufeffc\n", expected: ["a", "b", "c"] },
        { title: "keep one that is all there is", file: "\ufeff\n\ufeff \na", expected: ["\ufeff", "\ufeff ", "a"] },
        { title: "lose it in Latin-1 too", file: latin("\xef\xbb\xbf\xe4\na"), expected: ["\u00e4", "a"] },
        { title: "keep one within them", file: "a\ufeffb\n", expected: ["a\ufeffb"] },
        {
            title: "may be as long as the limit",
            file: `${"a".repeat(10)}\n${"b".repeat(10)}\n${"c".repeat(10)}`,
            expected: ["a".repeat(10), "b".repeat(10), "c".repeat(10)],
        },
        {
            title: "are only their beginning where they are longer",
            file: `a\n${"b".repeat(11)}\nc\r${"d".repeat(11)}`,
            expected: ["a", long("b".repeat(11)), "c", long("d".repeat(11))],
        },
        {
            title: "count their quotes where they are longer",
            file: `"${"a".repeat(11)}\n"${"b".repeat(11)}"\n${"c".repeat(11)}""\r\n${"d".repeat(11)}"\nx`,
            expected: [
                long(`"${"a".repeat(11)}`, true),
                long(`"${"b".repeat(11)}"`),
                long(`${"c".repeat(11)}""`),
                long(`${"d".repeat(11)}"`, true),
                "x",
            ],
        },
    ];
    for (const { title, file, expected } of cases) it(title, () => everyWay(file, expected));

    it("keep eight kilobytes of a long one", async () => {
        for (const chunk of [1000, 100_000]) {
            const [found] = await linesOf("x".repeat(20_000), chunk, 9000);
            assert.ok(found instanceof LongLine);
            assert.equal(found.head, "x".repeat(8192));
        }
    });

    it("are decoded each by itself where the piece they come in is over the limit", async () => {
        await everyWay("abc\r\ndef\rghi\n\njkl\r\r\nmno", ["abc", "def", "ghi", "", "jkl", "", "mno"], 5);
    });
});

describe("a blank line", () => {
    for (const text of ["", " ", "\t\v\f "]) it(`is ${JSON.stringify(text)}`, () => assert.ok(isBlank(text)));
    for (const text of ["a", " a", "a ", "\u00a0", "\0", "\n"]) {
        it(`is not ${JSON.stringify(text)}`, () => assert.ok(!isBlank(text)));
    }
});
