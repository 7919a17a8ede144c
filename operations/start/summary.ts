import { MINOR_UNITS } from "../../contract/values/currencies.ts";
import { COLUMNS } from "../cli/wrapped.ts";
import type { BatchDay } from "./batch/batch-day.ts";
import { type Counts, isBalanced, isLoaded, total } from "./counts.ts";
import type { FraudAlert } from "./operator-inbox.ts";
import type { Qualities } from "./quality.ts";
import type { SetsSummary } from "./sets.ts";
import type { Settled } from "./settle.ts";
import type { RaisedAlarms } from "./systems/raised-alarms.ts";
import type { Systems } from "./systems/systems.ts";
import { thousands } from "./thousands.ts";
import { type DueMessages, dueMessages } from "./waiting.ts";
import type { WorkDay } from "./work-day.ts";

/** Alerts told in full in the summary; the others are in the ledger. */
const TOP = 5;

/** The JSON that `npm start -- --json FILE` writes. */
export interface Summary {
    in: number;
    screened: number;
    quarantined: number;
    quarantinedByReason: Record<string, number>;
    duplicates: number;
    scored: number;
    scoredByModel: number;
    scoredByRules: number;
    deadLettered: number;
    alerts: number;
    /** Transactions in the warehouse. */
    loaded: number;
    /** Refused units in the warehouse. */
    refusalsLoaded: number;
    /** Whether these are all that were scored and refused. */
    loadedAll: boolean;
    /** Whether all that came in is accounted for. */
    balanced: boolean;
    /** What queues still held when no more was waited for; absent when they were empty. */
    underWay?: DueMessages[];
    /** Whether it is the committed outcome; absent for samples of one's own. */
    asExpected?: boolean;
    /** How good the alerts are, beside those of the rules alone; absent for samples of one's own, which have no labels. */
    quality?: Qualities;
    /** The sets from Azure, with their age, and what rests on them. */
    exchange?: SetsSummary;
    /** What each of the ten systems did. */
    systems?: Systems;
    /** The batch side: its workflows, what was learnt, what was filed. */
    batch?: BatchDay;
    alarms?: RaisedAlarms;
    /** Time of each step. */
    seconds: Record<string, number>;
}

export function summaryOf(
    counts: Settled,
    seconds: Record<string, number>,
    { asExpected, quality, exchange }: Pick<Summary, "asExpected" | "quality" | "exchange"> = {},
    day?: WorkDay,
): Summary {
    const { scored, byModel, duplicates, deadLettered, alerts, underway, quarantined, underWay } = counts;
    return {
        in: counts.in,
        screened: scored + underway,
        quarantined: total(quarantined),
        quarantinedByReason: Object.fromEntries(byCount(quarantined)),
        duplicates,
        scored,
        scoredByModel: byModel,
        scoredByRules: scored - byModel,
        deadLettered,
        alerts,
        loaded: counts.loaded,
        refusalsLoaded: counts.refusalsLoaded,
        loadedAll: isLoaded(counts),
        balanced: isBalanced(counts),
        ...(underWay && { underWay: dueMessages(underWay.waiting, underWay.since) }),
        ...(asExpected !== undefined && { asExpected }),
        ...(quality !== undefined && { quality }),
        ...(exchange !== undefined && { exchange }),
        ...(day !== undefined && { systems: day.systems, batch: day.batch, alarms: day.alarms }),
        seconds,
    };
}

/** Of the command. What is still under way may yet turn out either way. */
export function exitCodeOf({ balanced, loadedAll, asExpected, underWay, exchange, systems }: Summary): number {
    if (underWay !== undefined) return 3;
    const exchanged = exchange === undefined || (exchange.notBrought.length === 0 && "runs" in exchange.requested);
    const allWell = Object.values(systems ?? {}).every((system) => system.balanced);
    return balanced && loadedAll && exchanged && asExpected !== false && allWell ? 0 : 1;
}

/** The counts as a person reads them. */
export function countLines(counts: Counts, delays: readonly number[]): string[] {
    const reasons = byCount(counts.quarantined).map(([reason, count]) => `${reason} ${count}`);
    const screened = counts.scored + counts.underway;
    const rows: [string, number, string][] = [
        ["in", counts.in, "rows of files, faults of files, live messages"],
        ["screened", screened, "distinct transactions that passed the sanity rules"],
        ["quarantined", total(counts.quarantined), ""],
        ["duplicates", counts.duplicates, "delivered again, counted once"],
        ["scored", counts.scored, scorers(counts)],
        ["loaded", counts.loaded, `in the warehouse, each once, and ${thousands(counts.refusalsLoaded)} refusals`],
        ["dead letters", counts.deadLettered, "parked, with their cause"],
        ["alerts", counts.alerts, "sent over SNS"],
    ];
    const lines = rows.map(([name, count, note]) =>
        `  ${name.padEnd(13)}${thousands(count).padStart(7)}   ${note}`.trimEnd(),
    );
    lines.splice(5, 0, ...[delayText(delays)].filter(Boolean).map((text) => `${" ".repeat(25)}${text}`));
    lines.splice(3, 0, ...wrap(reasons, COLUMNS - 25).map((line) => `${" ".repeat(25)}${line}`));
    return lines;
}

/** The gravest alerts in plain words. */
export function alertLines(alerts: readonly FraudAlert[]): string[] {
    const gravest = [...alerts].sort((a, b) => b.score - a.score || a.occurredAt.localeCompare(b.occurredAt));
    return gravest.slice(0, TOP).flatMap((alert) => {
        const { score, channel, country, occurredAt, transactionId, reasons } = alert;
        const when = occurredAt.slice(0, 16).replace("T", " ");
        const head = `  ${score.toFixed(2)}  ${money(alert)} ${channel} to ${country}, ${when} UTC  (${transactionId})`;
        // A pattern comes in two steps that say the same of the same transaction.
        return [head, ...[...new Set(reasons.map(({ text }) => text))].map((text) => `        ${text}`)];
    });
}

export function money({ amountMinor, currency }: Pick<FraudAlert, "amountMinor" | "currency">): string {
    const digits = MINOR_UNITS.get(currency) ?? 2;
    const amount = (amountMinor / 10 ** digits).toLocaleString("en", {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
    });
    return `${currency} ${amount}`;
}

function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
    return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
}

function delayText(delays: readonly number[]): string {
    if (delays.length === 0) return "";
    const sorted = [...delays].sort((a, b) => a - b);
    const at = (share: number) => ((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 1000).toFixed(1);
    return `from receipt to verdict: half within ${at(0.5)} s, 95 % within ${at(0.95)} s`;
}

function scorers({ scored, byModel }: Counts): string {
    return `by the model ${thousands(byModel)}, by the rules ${thousands(scored - byModel)}`;
}

function wrap(words: readonly string[], width: number): string[] {
    const lines: string[] = [];
    for (const word of words) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + word.length + 2 <= width) lines[lines.length - 1] = `${last}, ${word}`;
        else lines.push(word);
    }
    return lines;
}
