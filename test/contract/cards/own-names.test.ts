import assert from "node:assert/strict";
import fc from "fast-check";
import { aroundOwnNames, inLetters, nameFor, withoutOwnNames } from "../../../contract/cards/own-names.ts";
import { mayHoldCardNumber } from "../../../contract/values/card-number.ts";

const CARD = "4539578763621486";

describe("names that the platform makes up", () => {
    it("have no digit where it chooses how they are written, and differ as the hashes do", () => {
        fc.assert(
            fc.property(fc.string(), fc.string(), (one, other) => {
                assert.match(nameFor(one, 16), /^[a-p]{16}$/);
                assert.equal(nameFor(one, 16) === nameFor(other, 16), one === other);
            }),
            { numRuns: 300 },
        );
        assert.equal(inLetters("0123456789abcdef"), "ghijklmnopabcdef");
        assert.ok(!mayHoldCardNumber(inLetters(CARD)));
    });

    const uuid = `${CARD.slice(0, 8)}-${CARD.slice(8, 12)}-${CARD.slice(12)}-9111-11111111111a`;
    const passed: Record<string, string> = {
        "a SHA-256": `${CARD}a`.padEnd(64, "0"),
        "a SHA-256 behind a line": `loads/_${`${CARD}a`.padEnd(64, "0")}.json`,
        "an MD5": `${CARD}a`.padEnd(32, "0"),
        "an MD5 of several parts": `s3:a.csv#${`${CARD}a`.padEnd(32, "0")}-12#7`,
        "a UUID in the place of a name": `sqs:${uuid}`,
        "a UUID by itself": uuid,
        "the counter of a notification": `{"sequencer":"00${CARD.slice(0, 13)}A11"}`,
        "the counter of a notification in another text": `"{\\"sequencer\\":\\"00${CARD.slice(0, 13)}A11\\"}"`,
        "a trace": `1-${CARD.slice(0, 8)}-${CARD.slice(8)}a`.padEnd(35, "0"),
        "a generation of profiles": `3059-${CARD.slice(0, 2)}-${CARD.slice(2, 4)}-${CARD.slice(4)}`,
    };
    for (const [name, text] of Object.entries(passed)) {
        it(`${name} is taken out of the search, whatever its digits`, () => {
            assert.doesNotMatch(withoutOwnNames(text), /\d{5}/);
            const hidden = (piece: string) => piece.replace(/\d/g, "*");
            assert.match(aroundOwnNames(text, hidden), /\d{4}/);
        });
    }

    const looked: Record<string, string> = {
        "digits alone": CARD.padEnd(64, "0"),
        "a hash within a word": `x${`${CARD}a`.padEnd(64, "0")}`,
        "a longer number": `${`${CARD}a`.padEnd(65, "0")}`,
        "a UUID within a sentence": `pay ${uuid}`,
        "a UUID of digits": uuid.replace("a", "1"),
    };
    for (const [name, text] of Object.entries(looked)) {
        it(`${name} is no such name`, () => assert.equal(withoutOwnNames(text), text));
    }
});
