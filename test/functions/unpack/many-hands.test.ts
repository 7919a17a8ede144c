import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { RESERVE_MS } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "./support/memory-world.ts";
import { cardFile, deliver, KEY, manifestOf, originsOf, quarantinedOrigins, sentOrigins } from "./support/unpacking.ts";

describe("a file that is unpacked by one invocation after another", () => {
    const files: { key: string; file: Uint8Array; rows: number }[] = [
        { key: KEY, file: Buffer.from(cardFile(5000)), rows: 5000 },
        { key: "card-network/a.csv.gz", file: gzipSync(cardFile(20_000)), rows: 20_000 },
        {
            key: "iso20022/a.xml",
            file: Buffer.from(
                `<FIToFICstmrCdtTrf><GrpHdr><MsgId>M</MsgId><CreDtTm>2025-03-01</CreDtTm><NbOfTxs>50</NbOfTxs></GrpHdr>${Array.from(
                    { length: 50 },
                    (_, index) =>
                        `<CdtTrfTxInf><PmtId><TxId>${index}</TxId></PmtId><IntrBkSttlmAmt Ccy="EUR">1</IntrBkSttlmAmt><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct><CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></CdtrAcct></CdtTrfTxInf>`,
                ).join("")}</FIToFICstmrCdtTrf>`,
            ),
            rows: 50,
        },
    ];
    for (const { key, file, rows } of files) {
        it(`hands ${key} over until it is done, each row once`, async () => {
            const world = new MemoryWorld();
            world.put(key, file);
            // Each invocation looks at the clock once a chunk; resumed ones have to come further than the one before.
            let allowance = 3;
            const invocations = await deliver(world, key, () => {
                allowance += 3;
                const chunks = allowance;
                const chunk = Math.max(500, Math.ceil(file.length / 70));
                return { chunk, remainingMs: (asked) => (asked > chunks ? RESERVE_MS - 1 : RESERVE_MS) };
            });
            assert.ok(invocations > 2, `${invocations} invocations`);
            const manifest = manifestOf(world);
            assert.deepEqual([manifest.rows, manifest.sent + manifest.quarantined], [rows, rows]);
            assert.equal(manifest.sha256, createHash("sha256").update(file).digest("hex"));
            const origins = [...sentOrigins(world), ...quarantinedOrigins(world)];
            assert.deepEqual(origins.sort(), originsOf(key, rows).sort());
            assert.ok(!world.published.some((message) => message.includes("control-total")), "totals count all rows");
        });
    }
});
