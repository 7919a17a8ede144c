import assert from "node:assert/strict";
import { readingsOf } from "../../../contract/cards/unescape.ts";

const textsOf = (text: string): string[] => readingsOf(text).map((reading) => reading.text);

describe("how a text reads", () => {
    it("is as it is written, where nothing is escaped", () => assert.deepEqual(textsOf("a 4 > b"), ["a 4 > b"]));

    it("is as it is written, where something only looks escaped", () =>
        assert.deepEqual(textsOf("100% & <b"), ["100% & <b"]));

    it("is also without its escapes, one level after another", () => {
        assert.deepEqual(textsOf("x\\u002534y"), ["x\\u002534y", "x%34y", "x4y"]);
    });

    it("goes four levels deep", () => {
        const escaped = (text: string): string => text.replace(/^./, (one) => `&#${one.charCodeAt(0)};`);
        const six = [1, 2, 3, 4, 5, 6].reduce((text) => escaped(text), "4");
        assert.equal(textsOf(six).length, 5);
        assert.equal(textsOf(six).at(-1), "&#38;#52;");
    });

    it("says where each character is written, through every level", () => {
        const text = "ab\\u002534c%35";
        const [written, first, second] = readingsOf(text);
        assert.deepEqual([written?.start(3), written?.end(3)], [3, 3]);
        assert.equal(first?.text, "ab%34c5");
        const places = (reading = first) =>
            Array.from(reading?.text ?? "", (_, index) => [reading?.start(index), reading?.end(index + 1)]);
        assert.deepEqual(places(), [
            [0, 1],
            [1, 2],
            [2, 8],
            [8, 9],
            [9, 10],
            [10, 11],
            [11, 14],
        ]);
        assert.equal(second?.text, "ab4c5");
        assert.deepEqual(places(second), [
            [0, 1],
            [1, 2],
            [2, 10],
            [10, 11],
            [11, 14],
        ]);
    });

    it("counts a character beyond the first plane as two, both in its place", () => {
        const [, reading] = readingsOf("\\u{1F600}4");
        assert.equal(reading?.text, "\u{1F600}4");
        assert.deepEqual(
            [0, 1, 2].map((index) => [reading?.start(index), reading?.end(index + 1)]),
            [
                [0, 9],
                [0, 9],
                [9, 10],
            ],
        );
    });

    it("is also with characters in the place of their codes, which stand where these do", () => {
        const text = `a ${[..."4539578763621"].map((digit) => `3${digit}`).join(" ")} b`;
        assert.deepEqual(textsOf(text), [text, "a 4539578763621 b"]);
        const [, reading] = readingsOf(text);
        assert.deepEqual(
            [0, 1, 2, 3, 14, 15].map((index) => [reading?.start(index), reading?.end(index + 1)]),
            [
                [0, 1],
                [1, 2],
                [2, 4],
                [4, 7],
                [37, 40],
                [40, 41],
            ],
        );
    });

    it("is as it is written, where its codes are too few for a card number", () => {
        for (const text of ["34 35 33 39 35 37 38 37", Buffer.from("453957876").toString("base64")])
            assert.deepEqual(textsOf(text), [text]);
    });

    it("is one for each way in which comments and instructions may be meant", () => {
        assert.deepEqual(textsOf("4<!--1-->1<?x?>"), [...["4<!--1-->1<?x?>", "4 1 "], ...["4 1<?x?>", "4<!--1-->1 "]]);
    });
});
