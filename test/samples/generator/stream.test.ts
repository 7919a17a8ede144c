import assert from "node:assert/strict";
import type { FileSource } from "../../../contract/files/landing.ts";
import { LIMITS } from "../../../functions/unpack/limits.ts";
import { readerOf } from "../../../functions/unpack/reader.ts";
import { sampleToken } from "../../../samples/generator/canonical.ts";
import { continentalCsv } from "../../../samples/generator/formats/card-network-csv.ts";
import {
    cardNetworkCsv,
    coreBankingNdjson,
    type FileStream,
    pacs008Xml,
    type StreamOptions,
} from "../../../samples/generator/stream.ts";

const streams: readonly (readonly [FileSource, (options: StreamOptions) => FileStream])[] = [
    ["card-network", cardNetworkCsv],
    ["card-network", (options) => cardNetworkCsv(options, continentalCsv)],
    ["core-banking", coreBankingNdjson],
    ["iso20022", pacs008Xml],
];

function drain(stream: FileStream): { chunks: Buffer[]; rows: number } {
    const chunks: Buffer[] = [];
    for (;;) {
        const step = stream.next();
        if (step.done) return { chunks, rows: step.value };
        chunks.push(step.value);
    }
}

async function* piped(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
    yield* chunks;
}

describe("the streams of large files", () => {
    for (const [index, [source, stream]] of streams.entries()) {
        it(`make ${source} files (${index + 1}) as long as asked for, every row good and under an id of its own`, async () => {
            const bytes = 1_500_000;
            const { chunks, rows } = drain(stream({ seed: 1, bytes, pool: 700 }));
            const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
            assert.ok(length <= bytes && length > bytes - 2000, `${length} bytes`);
            assert.ok(chunks.length >= 5);
            const ids = new Set<string>();
            const reader = readerOf(source, piped(chunks), LIMITS);
            for await (const some of reader.rows()) {
                for (const row of some) {
                    const outcome = row.interpret(sampleToken);
                    assert.ok(outcome.ok, row.place);
                    ids.add(outcome.transaction.id);
                }
            }
            assert.equal(ids.size, rows);
            assert.deepEqual(reader.findings(), []);
        });
    }

    it("are the same for the same seed only", () => {
        const text = (seed: number): string =>
            Buffer.concat(drain(cardNetworkCsv({ seed, bytes: 50_000, pool: 600 })).chunks).toString();
        assert.equal(text(1), text(1));
        assert.notEqual(text(1), text(2));
    });
});
