import assert from "node:assert/strict";
import { randomFillSync } from "node:crypto";
import fc from "fast-check";
import { rowsKey } from "../../../contract/files/quarantine.ts";
import {
    fileOrigin,
    isOfFile,
    maskOrigin,
    originHoldsCardNumber,
    withOriginsApart,
} from "../../../contract/transaction/origin.ts";
import { mayHoldCardNumber } from "../../../contract/values/card-number.ts";
import { refuseCardNumbers } from "../../../functions/adapters/card-guard.ts";

const KEY = "core-banking/bookings-2026-10-04.ndjson";
const CARD = "4539578763621486";
/** Versions that read as a card number together with the row behind them. */
const UNLUCKY = [
    ["dd08bcd1-fcb7-4519-b2a8-ba4865555141", 391],
    ["5955f198-886e-48c7-af56-965026020624", 19],
    ["e78de623-8e43-4bfa-a218-de6695397724", 155],
    ["0f153b4b-4576-416d-85e6-048898539561", 199],
] as const;

/** As S3 makes them: 32 characters that look random. */
const s3Version = fc
    .uint8Array({ minLength: 24, maxLength: 24 })
    .map((bytes) => Buffer.from(bytes).toString("base64url"));
/** One that looks like a card by itself has a token in its place before any row is read. */
const version = fc.oneof(fc.uuid({ version: 4 }), s3Version).filter((made) => !mayHoldCardNumber(made));
const row = fc.integer({ min: 1, max: 9_999_999 });
const RUNS = Number(process.env.PLANTED ?? process.env.INPUTS ?? 500);

describe("the origin of a row", () => {
    for (const [unlucky, number] of UNLUCKY) {
        it(`is no card number whatever its version and row make together: ${unlucky}#${number}`, () => {
            const origin = fileOrigin(KEY, unlucky, number);
            assert.equal(originHoldsCardNumber(origin), false);
            assert.equal(maskOrigin(origin), origin);
            refuseCardNumbers("a queue", [origin]);
            refuseCardNumbers("an object", [JSON.stringify({ origin, content: "x" })]);
            refuseCardNumbers("the key of an object", [rowsKey(KEY, unlucky, number)]);
        });
    }

    it("passes every exit, by itself, in JSON and as the key of what is refused", () => {
        fc.assert(
            fc.property(version, row, (made, number) => {
                const origin = fileOrigin(KEY, made, number);
                refuseCardNumbers("a queue", [origin, JSON.stringify({ origin })]);
                refuseCardNumbers("the key of an object", [rowsKey(KEY, made, number)]);
            }),
            { numRuns: RUNS },
        );
    });

    it("holds a card number that a producer wrote in its key, its version or its row", () => {
        for (const origin of [`s3:${CARD}.csv#v1#7`, `s3:a.csv#${CARD}#7`, `s3:a.csv#v1#${CARD}`, CARD, `s3:${CARD}`]) {
            assert.equal(originHoldsCardNumber(origin), true, origin);
            assert.equal(maskOrigin(origin).includes(CARD), false);
            assert.throws(() => refuseCardNumbers("a queue", [origin]), origin);
        }
        assert.throws(() => refuseCardNumbers("a queue", ['{"deviceId":"4539#5787#6362#1486"}']));
    });

    it("says whether somebody waits for the verdict", () => {
        assert.equal(isOfFile(fileOrigin(KEY, "v1", 7)), true);
        for (const origin of ["sqs:m-1", "sqs:s3:", "m-s3:"]) assert.equal(isOfFile(origin), false, origin);
    });

    it("has its parts told apart in whatever holds it: a text, lines of it, values of JSON", () => {
        const origins = [
            fileOrigin(KEY, "v1", 7),
            fileOrigin("a#b.csv", "v", 1_234_567_890),
            fileOrigin("", "v1", "file"),
        ];
        for (const origin of origins) {
            const [, key = "", made = "", number = ""] = /^(.*)#([^#]*)#(.*)$/.exec(origin) ?? [];
            const apart = `${key}#x ${made} x#${number}`;
            assert.equal(withOriginsApart(origin), apart);
            assert.equal(withOriginsApart(`x\n${origin}\ny`), `x\n${apart}\ny`);
            assert.equal(withOriginsApart(`{"a":"${origin}","b":"${origin}"}`), `{"a":"${apart}","b":"${apart}"}`);
        }
    });

    it("is left together where it is none", () => {
        const others = [
            "s3:a#v#x",
            "s3:a#v#12345678901",
            "s3:a#v#7x",
            "s3:a##7",
            "xs3:a#v#7",
            "sqs:a#v#7",
            's3:a"#v#7',
            "s3:a#\n#7",
        ];
        for (const text of others) assert.equal(withOriginsApart(text), text, text);
        assert.equal(originHoldsCardNumber("4539578763621#486\n"), true);
    });

    it("keeps names that SQS and S3 made up apart from what stands beside them", () => {
        const bytes = randomFillSync(new Uint8Array(16));
        const hash = Buffer.from(bytes).toString("hex");
        refuseCardNumbers("an object", [`{"eTag":"${hash}","origin":"sqs:314a2309-8099-4819-9227-56786b825b10"}`]);
        refuseCardNumbers("the key of an object", [`parked/2026-11-30/52553350-3181-4008-8831-3770293ad8c9.json`]);
    });
});
