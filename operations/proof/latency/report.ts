import { cpus } from "node:os";
import type { Delays } from "./delays.ts";
import { type Judged, PATIENCE_MS } from "./judge.ts";
import type { AtRate, Measured } from "./measure.ts";

/** What share of a processor one interpreter takes when nothing but itself holds it up. */
const FULL = 0.85;

/** Latency against load as a page, with the picture beside it. */
export function latencyReport(measured: Measured, judged: Judged, picture: string): string {
    const [processor] = cpus();
    return `${[
        "# Latency against load",
        "",
        "Written by `npm run proof -- latency`: the platform of the stack `local`, with its real bundles, gets live messages at a",
        `steady rate, whether or not it keeps up. The highest rate, ${Math.round(measured.highest)} verdicts a second, is that of messages sent as`,
        "fast as the queue takes them. Latency is from when a message was due to be sent until the batch of its verdict is over, on",
        "average; the floor is what the local services alone take to take in, hand out and delete a message at the same rate.",
        `Measured with Node ${process.versions.node} on ${cpus().length} × ${processor?.model ?? "processor"}; seconds are those of one machine.`,
        "",
        `![Latency against load](${picture})`,
        "",
        ...conclusion(measured, judged),
        "",
        "| load | messages a second | sent | lost | platform: 50 %, 95 %, 99 % | end beside beginning | services alone: 50 %, 95 %, 99 % |",
        "|---|---|---|---|---|---|---|",
        ...measured.rates.map(row),
    ].join("\n")}\n`;
}

function conclusion(measured: Measured, { knee, faults }: Judged): string[] {
    const claim = `Claimed: at half the highest rate 95 % within ${PATIENCE_MS / 1000} s, which are the batching windows and two seconds; nothing lost; no worse than linear up to the knee.`;
    const held = faults.length === 0 ? "It holds." : `**It does not hold**: ${faults.join("; ")}.`;
    return [`${claim} ${held}`, "", `${kneeLine(measured, knee)} ${boundLine(measured)}`];
}

function kneeLine({ rates }: Measured, knee: AtRate | undefined): string {
    if (knee === undefined) return "There is no knee: already the lowest rate is too much.";
    const where = `${percent(knee)} of the highest rate, ${Math.round(knee.perSecond)} messages a second`;
    if (knee === rates.at(-1))
        return `The knee lies beyond ${where}: up to there 95 % are in time and nothing piles up.`;
    return `The knee is at ${where}: up to there 95 % are in time and nothing piles up, and at the next rate no longer.`;
}

function boundLine({ busy }: Measured): string {
    const share = `${Math.round(busy * 100)} % of one processor`;
    if (busy < FULL) {
        return `At the highest rate the local services, which run on one thread, took ${share}: what bounds it is also what else this machine did, and the functions beside them.`;
    }
    return `What bounds it is the one thread of the local services, which took ${share} at the highest rate; in an account nothing is on one thread.`;
}

function row({ share, perSecond, sent, lost, growth, platform, floor }: AtRate): string {
    const load = `${Math.round(share * 100)} %`;
    return `| ${load} | ${perSecond.toFixed(1)} | ${sent} | ${lost} | ${delays(platform, 1000, "s")} | ${growth.toFixed(2)} | ${delays(floor, 1, "ms")} |`;
}

function delays({ p50, p95, p99 }: Delays, by: number, unit: string): string {
    const digits = by === 1 ? 0 : 2;
    return `${[p50, p95, p99].map((value) => (value / by).toFixed(digits)).join(", ")} ${unit}`;
}

function percent({ share }: AtRate): string {
    return `${Math.round(share * 100)} %`;
}
