import assert from "node:assert/strict";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";
import { LineCount } from "../../../../functions/unpack/text/line-count.ts";
import { inChunks, textOf } from "../support/readers.ts";

/** Counts the file in pieces of every size, and gives the number that each came to. */
async function countsOf(file: string, most = 100): Promise<number[]> {
    const counts: number[] = [];
    for (const chunk of [1, 2, 3, 1000]) {
        const count = new LineCount(most);
        assert.equal(await textOf(count.counted(inChunks(Buffer.from(file), chunk))), file);
        const found = Array.from({ length: 20 }, (_, index) => index).find((accounted) => {
            try {
                count.check(accounted);
                return true;
            } catch {
                return false;
            }
        });
        counts.push(found ?? -1);
    }
    return counts;
}

describe("the count of a file's lines", () => {
    const cases: [string, number, number?][] = [
        ["", 0],
        ["a", 1],
        ["a\n", 1],
        ["a\nb\rc\r\nd", 4],
        ["\n\r\n \t\v\f\r", 0],
        [" a\n\tb \n \n", 2],
        ["\u00a0\n\0\n", 2],
        ["aa\r\r\n\nbb", 2],
        // Nobody looks through a long one, so it counts even if it is blank.
        [`${" ".repeat(5)}\n${" ".repeat(6)}\n${" ".repeat(6)}`, 2, 5],
        [`${" ".repeat(3)}\n${" ".repeat(3)}\n`, 0, 5],
    ];
    for (const [file, lines, most] of cases) {
        it(`is ${lines} for ${JSON.stringify(file)}, however it comes`, async () => {
            assert.deepEqual(await countsOf(file, most), new Array(4).fill(lines));
        });
    }

    it("is told where another one was accounted for", async () => {
        const count = new LineCount(100);
        await textOf(count.counted(inChunks(Buffer.from("a\nb"), 2)));
        assert.throws(
            () => count.check(1),
            (error) => {
                assert.ok(error instanceof FileFault);
                assert.deepEqual(
                    [error.reason, error.message],
                    ["unreadable-file", "of 2 lines that are not blank, 1 became rows or headers"],
                );
                return true;
            },
        );
    });
});
