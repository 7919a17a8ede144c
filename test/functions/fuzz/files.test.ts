import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { FileSource } from "../../../contract/files/landing.ts";
import { readCanonical } from "../../../contract/transaction/canonical-text.ts";
import { canonicalJson } from "../../../contract/transaction/transaction.ts";
import { containsCardNumber } from "../../../contract/values/card-number.ts";
import { inspect } from "../../../functions/screen/inspect.ts";
import { told, unpacked } from "../troubles/support/unpacked.ts";
import { bounded, mutated } from "./support/mutations.ts";
import { CARDS, casesOf, firstLines, sample } from "./support/texts.ts";

/** Longer than what is looked at beforehand, so that borders between chunks fall within what is read. */
const payments = sample("iso20022/settlement-2026-10-04.xml").slice(0, 9000);
const SAMPLES: Record<FileSource, string[]> = {
    "card-network": [
        firstLines("card-network/clearing-2026-10-04.csv", 45),
        firstLines("card-network/acquirer-south-2026-10-11.csv", 45),
    ],
    "core-banking": [firstLines("core-banking/bookings-2026-10-04.ndjson", 30)],
    iso20022: [
        payments.replaceAll("<PmtId>", "<!-- <a> - > --><PmtId>"),
        payments.replace(/<TxId>(\w+)/g, "<TxId><![CDATA[$1]]>"),
        payments.replace(/<TxId>\w+/g, "<TxId>4111111111111111"),
        sample("iso20022/salaries-2026-10-04.xml"),
    ],
};
/** Small, so that what is beyond them is met. */
const limits = { rowBytes: 2000, recordLines: 4, xmlNodeLength: 1500, bombFreeBytes: 20_000, unpackedBytes: 100_000 };
/** What may still be wrong with a transaction that its file got right. */
const ONLY_SCREEN_KNOWS = ["in-the-future", "same-party"];

for (const [source, samples] of Object.entries(SAMPLES) as [FileSource, string[]][]) {
    const cases = casesOf(source);

    describe(`nasty files of ${source}`, () => {
        for (const { name, bytes, expected } of cases) {
            it(`${name} comes to what lies beside it`, async () => {
                for (const chunk of [1, 13, 65_536]) assert.deepEqual(await told(source, bytes, { chunk }), expected);
            });
        }
    });

    describe(`files of ${source}, damaged at random`, () => {
        const texts = [...samples, ...cases.map(({ bytes }) => bytes), gzipSync(samples[0] ?? "")];

        it("account for each row and come to the same however the network cuts them", async () => {
            const chunk = fc.integer({ min: 1, max: 700 });
            await fc.assert(
                fc.asyncProperty(mutated(texts), chunk, async (file, size) => {
                    // Sums, codes and canonical form are held for each file that is unpacked here.
                    const whole = await unpacked(source, file, { limits });
                    assert.deepEqual(await unpacked(source, file, { limits, chunk: size }), whole);
                }),
                bounded(250),
            );
        });

        it("send only what survives a round trip and is taken by screen", async () => {
            await fc.assert(
                fc.asyncProperty(mutated(texts), async (file) => {
                    const { bodies } = await unpacked(source, file, { limits });
                    for (const body of bodies) {
                        const transaction = readCanonical(body);
                        assert.ok(transaction, body);
                        assert.equal(canonicalJson(transaction), body);
                        const found = inspect({
                            messageId: "m",
                            body,
                            origin: "s3:f#1#1",
                            receivedAt: "2026-12-31T00:00:00.000Z",
                        });
                        assert.ok(found.ok || ONLY_SCREEN_KNOWS.includes(found.refusal.reason), body);
                    }
                }),
                bounded(250),
            );
        });

        it("let no card number out", async () => {
            const present = CARDS.filter((card) => samples.some((text) => text.includes(card)));
            const any = new RegExp(`(?<!\\d)(?:${[...present, "4111111111111111"].join("|")})(?!\\d)`);
            await fc.assert(
                fc.asyncProperty(mutated(texts), async (file) => {
                    const { left } = await unpacked(source, file, { limits });
                    for (const text of left) assert.ok(!any.test(text) && !containsCardNumber(text), text);
                }),
                bounded(250),
            );
        });
    });
}

describe("lines of core-banking, damaged at random", () => {
    it("are each a row, but for blank ones", async () => {
        const text = firstLines("core-banking/bookings-2026-10-04.ndjson", 30);
        await fc.assert(
            fc.asyncProperty(mutated([text]), fc.integer({ min: 1, max: 700 }), async (file, chunk) => {
                const lines = file.toString("latin1").split(/\r\n|\r|\n/);
                // What holds zeros may be UTF-16, what begins with other bytes something else: not for this sum.
                fc.pre(
                    file.includes("\n") &&
                        file.indexOf("\n") < 4096 &&
                        !file.includes(0) &&
                        (file[0] ?? 0) >= 32 &&
                        (file[0] ?? 0) < 128,
                );
                // Blank in one encoding may be none in the other.
                fc.pre(!lines.some((line) => !/[!-~]/.test(line) && /[\u0080-\u00ff]/.test(line)));
                const { told: found } = await unpacked("core-banking", file, { chunk });
                const written = lines.filter((line) => line.trim() !== "").length;
                const rows = found.sent.length + found.refused.length;
                assert.equal(found.fault, written === 0 ? found.fault : "");
                // One line may hold several objects.
                if (lines.some((line) => /\}\s*\{/.test(line))) assert.ok(rows >= written);
                else assert.equal(rows, written);
            }),
            bounded(300),
        );
    });
});
