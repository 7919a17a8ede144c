import { createHash } from "node:crypto";
import type { Job } from "../functions/unpack/job.ts";
import { LIMITS } from "../functions/unpack/limits.ts";
import type { Ports } from "../functions/unpack/ports.ts";
import { cardTokens } from "../functions/unpack/rows/card-tokens.ts";
import { keySeal } from "../functions/unpack/rows/key-seal.ts";
import { unpack } from "../functions/unpack/unpack.ts";

export interface UnpackFigures {
    bytes: number;
    rows: number;
    seconds: number;
    rowsPerSecond: number;
    /** The most the process held at any time, generator and in-memory sinks included. */
    peakResidentMegabytes: number;
}

const MEGABYTE = 1_000_000;
const HEADER =
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time,entry_mode,device_id\r\n";
/** Numbers from the ranges that networks reserve for tests. */
const CARDS = ["4111111111111111", "5555555555554444", "378282246310005", "6011111111111117", "3530111333300000"];

/** Runs the core of `unpack` over a generated card file of `bytes`, with sinks that only count. */
export async function benchUnpack(bytes = 1000 * MEGABYTE): Promise<UnpackFigures> {
    let peak = process.memoryUsage.rss();
    let sent = 0;
    const timer = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const start = performance.now();
    const { job } = await unpack(
        JOB,
        ports(bytes, (count) => {
            sent += count;
        }),
    );
    const seconds = (performance.now() - start) / 1000;
    clearInterval(timer);
    if (job.rows !== sent + job.quarantined) throw new Error(`${job.rows} rows, but ${sent} sent`);
    return {
        bytes,
        rows: job.rows,
        seconds,
        rowsPerSecond: job.rows / seconds,
        peakResidentMegabytes: peak / MEGABYTE,
    };
}

const KEY = createHash("sha256").update("benchmark").digest();

const JOB: Job = {
    bucket: "landing",
    key: "card-network/benchmark.csv",
    version: "1",
    eTag: "1",
    receivedAt: "2025-01-01T00:00:00.000Z",
    rows: 0,
    sent: 0,
    quarantined: 0,
};

function ports(bytes: number, count: (messages: number) => void): Ports {
    const write = async (): Promise<void> => {};
    const send: Ports["bulk"]["send"] = async (messages) => {
        count(messages.length);
        return messages.map(() => ({ status: "fulfilled", value: undefined }));
    };
    return {
        open: async () => cardFile(bytes),
        bulk: { send },
        landing: { send },
        quarantine: { write },
        manifests: { write, exists: async () => false },
        discrepancies: { publish: write },
        tokenOf: cardTokens(KEY, "v1"),
        seal: keySeal(KEY),
        now: () => new Date(),
        remainingMs: () => Number.POSITIVE_INFINITY,
        loopHours: 24,
        limits: LIMITS,
    };
}

/** Chunks of 64 KiB as S3 gives them; one row in ten thousand is broken. */
async function* cardFile(bytes: number): AsyncGenerator<Uint8Array> {
    let written = 0;
    let text = HEADER;
    for (let row = 1; written < bytes; row++) {
        text += cardRow(row);
        if (text.length < 64 * 1024) continue;
        written += text.length;
        yield Buffer.from(text, "latin1");
        text = "";
    }
    yield Buffer.from(text, "latin1");
}

function cardRow(row: number): string {
    const card = CARDS[row % CARDS.length];
    const second = String(row % 60).padStart(2, "0");
    const amount = row % 10_000 === 0 ? "twelve" : `${row % 997}.${String(row % 100).padStart(2, "0")}`;
    return `tx-${row},${card},acc-${row % 50_000},mer-${row % 7_000},5411,FR,${amount},EUR,2025-01-01T10:00:${second}+01:00,chip,dev-${row % 9_000}\r\n`;
}
