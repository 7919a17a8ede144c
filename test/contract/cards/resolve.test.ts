import assert from "node:assert/strict";
import type { Found } from "../../../contract/cards/find.ts";
import { joined, surest } from "../../../contract/cards/resolve.ts";
import { SURE, type Sure } from "../../../contract/cards/windows.ts";

const TEXT = "0123456789".repeat(10);
const found = (start: number, end: number, sure: Sure = SURE.whole): Found => ({
    ...{ start, end, sure, digits: TEXT.slice(start, end) },
    at: Array.from({ length: end - start }, (_, index) => start + index),
});
const stretch = (start: number, end: number) => ({ start, end, digits: TEXT.slice(start, end) });

describe("numbers that overlap, joined", () => {
    it("are one stretch, with the digits that stand there", () => {
        assert.deepEqual(joined([found(3, 19), found(0, 16), found(10, 26)], TEXT), [stretch(0, 26)]);
    });

    it("are one where one holds the other", () => {
        assert.deepEqual(joined([found(0, 19), found(3, 16)], TEXT), [stretch(0, 19)]);
        assert.deepEqual(joined([found(0, 13), found(0, 19)], TEXT), [stretch(0, 19)]);
    });

    it("stay apart where one ends before the other begins", () => {
        assert.deepEqual(joined([found(16, 32), found(0, 16)], TEXT), [stretch(0, 16), stretch(16, 32)]);
    });

    it("have their own digits, if they stand alone or begin together, and else those of the text", () => {
        const written = (start: number, end: number, digits: string) => ({ ...found(start, end), digits });
        assert.deepEqual(joined([written(0, 5, "A")], TEXT), [{ start: 0, end: 5, digits: "A" }]);
        assert.deepEqual(joined([written(0, 5, "A"), written(0, 9, "B")], TEXT), [{ start: 0, end: 9, digits: "B" }]);
        assert.deepEqual(joined([written(0, 5, "A"), written(2, 4, "B")], TEXT), [{ start: 0, end: 5, digits: "A" }]);
        assert.deepEqual(joined([written(0, 5, "A"), written(2, 5, "B")], TEXT), [{ start: 0, end: 5, digits: "A" }]);
        assert.deepEqual(joined([found(0, 3), found(2, 7)], "1-2x٣-4"), [{ start: 0, end: 7, digits: "12٣4" }]);
    });

    it("are nothing where nothing was found", () => assert.deepEqual(joined([], TEXT), []));
});

describe("of numbers that overlap", () => {
    it("the surer one counts", () => {
        assert.deepEqual(surest([found(0, 16, SURE.glued), found(4, 20, SURE.whole)], TEXT), [stretch(4, 20)]);
        assert.deepEqual(surest([found(4, 20, SURE.whole), found(0, 16, SURE.glued)], TEXT), [stretch(4, 20)]);
    });

    it("of two equally sure ones the longer counts, then the first", () => {
        assert.deepEqual(surest([found(0, 16), found(1, 19)], TEXT), [stretch(1, 19)]);
        assert.deepEqual(surest([found(4, 20), found(0, 16)], TEXT), [stretch(0, 16)]);
    });

    it("of two glued ones the first counts, whichever is longer", () => {
        assert.deepEqual(surest([found(3, 19, SURE.glued), found(0, 13, SURE.glued)], TEXT), [stretch(0, 13)]);
    });

    it("all count that do not overlap, in their order", () => {
        assert.deepEqual(surest([found(40, 56), found(0, 16), found(16, 32, SURE.glued)], TEXT), [
            stretch(0, 16),
            stretch(16, 32),
            stretch(40, 56),
        ]);
    });

    it("each by itself has the digits that it was found with", () => {
        const digits = "4539578763621486";
        assert.deepEqual(surest([{ ...found(0, 16), digits }], TEXT), [{ start: 0, end: 16, digits }]);
    });

    it("those that only touch do not, whichever comes first", () => {
        const touching = [found(16, 32), found(0, 16, SURE.glued)];
        assert.deepEqual(surest(touching, TEXT), [stretch(0, 16), stretch(16, 32)]);
    });

    it("one of which more than ten digits could be read takes the others in", () => {
        // Ten of its digits stand beside the surer one, then eleven.
        assert.deepEqual(surest([found(0, 16), found(13, 26, SURE.glued)], TEXT), [stretch(0, 16)]);
        assert.deepEqual(surest([found(0, 16), found(13, 27, SURE.glued)], TEXT), [stretch(0, 27)]);
        assert.deepEqual(surest([found(10, 26), found(0, 16, SURE.glued)], TEXT), [stretch(10, 26)]);
        assert.deepEqual(surest([found(11, 27), found(0, 16, SURE.glued)], TEXT), [stretch(0, 27)]);
    });

    it("one that lies between two others takes both in", () => {
        const between = found(12, 31, SURE.glued);
        assert.deepEqual(surest([found(0, 16), found(27, 43), between], TEXT), [stretch(0, 43)]);
        assert.deepEqual(surest([found(0, 16), found(25, 41), between], TEXT), [stretch(0, 16), stretch(25, 41)]);
    });

    it("each of too many is taken together with those beside it", () => {
        const many = (count: number) => Array.from({ length: count }, (_, index) => found(index % 2, 16 + (index % 2)));
        assert.deepEqual(surest(many(500), TEXT), [stretch(0, 16)]);
        assert.deepEqual(surest(many(501), TEXT), [stretch(0, 17)]);
    });
});
