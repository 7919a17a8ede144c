import assert from "node:assert/strict";
import { lookAlikes } from "../../../contract/cards/look-alikes.ts";
import { luhnDigit } from "../../../samples/generator/cards.ts";

const IBAN = "BE71096123456769";
const UUID = "41a1b1c1-1111-4111-8111-1111111111d1";
const HASH = `${"0123456789abcdef".repeat(2)}`;
const at = (text: string, part: string, countsWhole = false) => {
    const start = text.indexOf(part);
    return [{ start, end: start + part.length, countsWhole }];
};
const reference = (day: string, first = "7"): string => {
    const body = `${first}4539578${day}12345678901`;
    return `card-network:${body}${luhnDigit(body)}`;
};

describe("what is no card number although its digits could be", () => {
    for (const written of [IBAN, IBAN.toLowerCase(), "BE71 0961 2345 6769", "be71-0961-2345-6769"]) {
        it(`is the IBAN ${written}, also within a sentence`, () => {
            assert.deepEqual(lookAlikes(written), at(written, written));
            const sentence = `to ${written}, from (${IBAN})`;
            assert.deepEqual(lookAlikes(sentence)[0], at(sentence, written)[0]);
            assert.equal(lookAlikes(sentence).length, 2);
        });
    }

    it("is an IBAN without the words behind it", () => {
        for (const text of [`${IBAN} and more`, "BE71 0961 2345 6769 thanks 4111 1111", `${IBAN}-x`]) {
            assert.deepEqual(lookAlikes(text), [
                { start: 0, end: text.startsWith(IBAN) ? 16 : 19, countsWhole: false },
            ]);
        }
    });

    it("is the shortest IBAN and the longest", () => {
        for (const iban of [
            "NO9386011117947",
            "MT84MALT011000012345MTLCAST001S",
            "RU0204452560040702810412345678901",
        ]) {
            assert.deepEqual(lookAlikes(iban), at(iban, iban));
        }
    });

    for (const text of [`x${IBAN}`, `1${IBAN}`, `${IBAN}x`, `${IBAN}1`, "BE72096123456769", "BE71  096123456769"]) {
        it(`is no IBAN in ${text}`, () => assert.deepEqual(lookAlikes(text), []));
    }

    for (const version of "12345678") {
        it(`is a UUID of version ${version}, in any letters`, () => {
            const uuid = UUID.replace("-4", `-${version}`);
            for (const one of [uuid, uuid.toUpperCase()])
                assert.deepEqual(lookAlikes(`a ${one}.`), at(`a ${one}.`, one));
        });
    }

    const ofSchemes = [
        "E60701190202507160218w2ipow4wupd",
        "D60746948202412312359ABCDEFX1234",
        "HDFCR52024051412090911",
    ];
    for (const id of ofSchemes) {
        it(`is the id ${id} of a scheme`, () => assert.deepEqual(lookAlikes(`live:${id} x`), at(`live:${id} x`, id)));
    }
    const noIds = [
        "F60701190202507160218w2ipow4wupd",
        "E60701190202513160218w2ipow4wupd",
        "E60701190202507162418w2ipow4wupd",
        "E60701190202507160218w2ipow4wup",
        "xE60701190202507160218w2ipow4wupd",
        "HDFCR52024051412090911x",
        "HDFCR52024133212090911",
        "HDFR52024051412090911",
    ];
    for (const id of noIds) it(`is no id of a scheme: ${id}`, () => assert.deepEqual(lookAlikes(id), []));

    const noUuids = [
        UUID.replace("-4", "-0"),
        UUID.replace("-4", "-9"),
        UUID.replace("-8", "-7"),
        UUID.replace("-8", "-c"),
        UUID.replace("d1", "11"),
        UUID.replaceAll("-", "_"),
        `x${UUID}`,
        `${UUID}0`,
        `${UUID}x`,
    ];
    for (const text of noUuids) it(`is no UUID in ${text}`, () => assert.deepEqual(lookAlikes(text), []));

    for (const hash of [
        HASH,
        HASH.toUpperCase(),
        `${HASH}${HASH}`,
        `${"1".repeat(25)}abcdabc`,
        `${"1".repeat(28)}abcdabc`,
        `${HASH}0`,
    ]) {
        it(`is the hash ${hash}, but for a number that is whole in it`, () => {
            assert.deepEqual(lookAlikes(`a ${hash}-b`), at(`a ${hash}-b`, hash, true));
        });
    }

    const noHashes = [
        HASH.slice(1),
        `x${HASH}`,
        `${HASH}x`,
        // Too few letters for chance, or too few kinds of them.
        `${"1".repeat(26)}abcdef`,
        `${"1".repeat(16)}${"abc".repeat(6).slice(0, 16)}`,
    ];
    for (const text of noHashes) it(`is no hash in ${text}`, () => assert.deepEqual(lookAlikes(text), []));

    for (const text of [reference("001"), reference("366"), reference("042", "2"), reference("042", "8")]) {
        it(`is the acquirer's reference ${text}`, () => assert.deepEqual(lookAlikes(text), at(text, text.slice(13))));
    }

    const noReferences = [
        reference("000"),
        reference("367"),
        reference("042", "3"),
        reference("042").replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
        reference("042").slice(13),
        `x${reference("042")}`,
        `${reference("042")}0`,
        reference("042").replace("card", "bank"),
    ];
    for (const text of noReferences) it(`is no reference in ${text}`, () => assert.deepEqual(lookAlikes(text), []));
});
