import assert from "node:assert/strict";
import { type FileSource, landedFile } from "../../../contract/files/landing.ts";
import { canonicalJson } from "../../../contract/transaction/transaction.ts";
import { inspect } from "../../../functions/screen/inspect.ts";
import { LIMITS } from "../../../functions/unpack/limits.ts";
import { readerOf } from "../../../functions/unpack/reader.ts";
import { drained } from "../../../functions/unpack/text/byte-stream.ts";
import { FileFault } from "../../../functions/unpack/text/file-fault.ts";
import { unzipped } from "../../../functions/unpack/text/gunzip.ts";
import { sampleToken } from "../../../samples/generator/canonical.ts";
import type { Delivery, Outcome } from "../../../samples/generator/delivery.ts";
import { made } from "../made.ts";

/** What the product's readers and checks make of a delivery: the canonical JSON of each unit, or who refused it and why. */
interface Reading {
    units: string[];
    fault: string | undefined;
    told: string[];
}

const screened = (body: string): string => {
    const inspection = inspect({ messageId: "m", body, origin: "o", receivedAt: "2026-10-14T00:00:00.000Z" });
    return inspection.ok ? inspection.text : `screen: ${inspection.refusal.reason}`;
};

async function* once(bytes: Uint8Array): AsyncGenerator<Buffer> {
    yield Buffer.from(bytes);
}

async function readFile(source: FileSource, bytes: Uint8Array): Promise<Reading> {
    const unpacked = (): AsyncGenerator<Buffer> => unzipped(once(bytes), LIMITS);
    const reader = readerOf(source, unpacked(), LIMITS);
    const units: string[] = [];
    let fault: string | undefined;
    let tokenised = false;
    try {
        // What is packed is verified before a row of it counts.
        await drained(unpacked());
        for await (const rows of reader.rows()) {
            for (const row of rows) {
                const outcome = row.interpret(sampleToken);
                tokenised ||= outcome.ok && outcome.tokenised;
                units.push(outcome.ok ? screened(canonicalJson(outcome.transaction)) : `unpack: ${outcome.reason}`);
            }
        }
    } catch (error) {
        if (!(error instanceof FileFault)) throw error;
        fault = error.reason;
    }
    const told = [...(tokenised ? ["card-number-tokenised"] : []), ...reader.findings().map(({ kind }) => kind)];
    return { units, fault, told };
}

function expectedOf(outcome: Outcome): string {
    return "transaction" in outcome ? canonicalJson(outcome.transaction) : `${outcome.by}: ${outcome.reason}`;
}

function readLive({ bytes }: Delivery): string[] {
    return Buffer.from(bytes).toString("utf8").trimEnd().split("\n").map(screened);
}

describe("the product's readers and the samples' expectations", () => {
    for (const delivery of made().deliveries) {
        const { key, outcomes, fault, told = [] } = delivery;
        it(`agree on every unit of ${key}`, async () => {
            const landed = landedFile(key);
            if (landed === null) {
                assert.match(key, /^live\//);
                assert.deepEqual(readLive(delivery), outcomes.map(expectedOf));
                return;
            }
            const reading = await readFile(landed.source, delivery.bytes);
            assert.deepEqual(reading.units, outcomes.map(expectedOf));
            assert.equal(reading.fault, fault?.reason);
            assert.deepEqual(reading.told, told);
        });
    }
});
