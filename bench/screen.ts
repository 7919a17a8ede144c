import { contentHash } from "../contract/transaction/transaction.ts";
import { inspect } from "../functions/screen/inspect.ts";
import { labelledTransactions } from "../samples/generator/labelled.ts";
import type { Finding } from "./figure.ts";
import { median } from "./median.ts";

const MESSAGES = 20_000;
const ROUNDS = 15;

/** What `screen` computes for each message, beside the bare parsing of the same messages; both warm, in one process. */
export async function benchScreen(): Promise<Finding[]> {
    const start = Date.UTC(2026, 0, 1);
    const bodies = [...labelledTransactions({ seed: 1, payments: MESSAGES, start })].map(({ transaction }) =>
        JSON.stringify(transaction),
    );
    const deliveries = bodies.map((body, index) => ({
        messageId: `${index}`,
        body,
        origin: `s3:core-banking/benchmark.ndjson#1#${index}`,
        receivedAt: "2026-12-31T00:00:00.000Z",
    }));
    let hashes = 0;
    const parse = (): void => {
        for (const body of bodies) JSON.parse(body);
    };
    const core = (): void => {
        for (const delivery of deliveries) {
            const inspection = inspect(delivery);
            if (inspection.ok) hashes += contentHash(inspection.text).length;
        }
    };
    // In turn, so that what else the machine does falls on both.
    const rounds = Array.from({ length: ROUNDS }, () => [secondsOf(parse), secondsOf(core)] as const);
    if (hashes !== ROUNDS * MESSAGES * 64) throw new Error("screen refused some of the benchmark's messages");
    const [floor, own] = [median(rounds.map(([seconds]) => seconds)), median(rounds.map(([, seconds]) => seconds))];
    const rate = (seconds: number): string =>
        `${Math.round(MESSAGES / seconds / 1000).toLocaleString("en")} thousand/s`;
    return [
        { what: "core of `screen`: check, card numbers, hash", figure: rate(own), target: "" },
        { what: "bare `JSON.parse` of the same messages", figure: rate(floor), target: "" },
        { ratio: "core of `screen`: its rate beside bare `JSON.parse`", value: floor / own, atLeast: 0.25 },
    ];
}

/** Of this process alone. */
function secondsOf(work: () => void): number {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000_000;
}
