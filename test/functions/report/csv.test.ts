import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { csvOf } from "../../../functions/report/csv.ts";

type Row = (string | null)[];

async function* inPages(...pages: Row[][]) {
    yield* pages;
}

const textOf = async (...rows: Row[]) => (await csvOf(["a", "b"], inPages(rows))).bytes.toString("utf8");

describe("a report as CSV", () => {
    it("is a header alone when nothing was found", async () => {
        const { bytes, rows } = await csvOf(["a", "b"], inPages());
        assert.deepEqual([bytes.toString("utf8"), rows], ["a,b\r\n", 0]);
    });

    it("masks a card number in a text, and leaves figures, hashes and tokens as they are", async () => {
        const [hash, token] = [`ab4539578763621486cd${"e".repeat(44)}`, `tok_v1_${"a".repeat(43)}`];
        assert.equal(
            await textOf(["live:4539578763621486", "4539 5787 6362 1486"], ["4539578763621486", hash], [token, "1.5"]),
            `a,b\r\nlive:453957******1486,453957******1486\r\n4539578763621486,${hash}\r\n${token},1.5\r\n`,
        );
    });

    it("has a line for each row of all pages, in order, and the hash of its bytes", async () => {
        const { bytes, rows, sha256 } = await csvOf(
            ["a", "b"],
            inPages(
                [["1", "2"]],
                [],
                [
                    ["3", null],
                    ["", "é"],
                ],
            ),
        );
        const text = "a,b\r\n1,2\r\n3,\r\n,é\r\n";
        assert.deepEqual([bytes.toString("utf8"), rows], [text, 3]);
        assert.equal(sha256, createHash("sha256").update(text, "utf8").digest("hex"));
    });

    it("quotes what would end a cell or a line", async () => {
        assert.equal(
            await textOf(['say "hi"', "x,y"], ["one\ntwo", "one\rtwo"]),
            'a,b\r\n"say ""hi""","x,y"\r\n"one\ntwo","one\rtwo"\r\n',
        );
    });

    for (const cell of [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        " =1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
    ]) {
        it(`lets no spreadsheet run ${JSON.stringify(cell)}`, async () => {
            const { bytes } = await csvOf(["a"], inPages([[cell]]));
            const written = bytes.toString("utf8").slice("a\r\n".length, -"\r\n".length);
            assert.equal(written.replace(/^"|"$/g, ""), `'${cell}`);
        });
    }

    it("leaves numbers as they are", async () => {
        assert.equal(await textOf(["-5", "-0.25"], ["10", "a-b"]), "a,b\r\n-5,-0.25\r\n10,a-b\r\n");
    });

    it("is refused when it would not fit", async () => {
        assert.equal((await csvOf(["a"], inPages([["12"]]), 7)).rows, 1);
        await assert.rejects(csvOf(["a"], inPages([["123"]]), 7), {
            name: "ResultTooLarge",
            message: "it has more than 7 bytes: ask for fewer days",
        });
    });
});
