import { gunzipSync } from "node:zlib";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import type { Finding, LedgerRow } from "../../../functions/adapters/ledger-row.ts";
import { alertIdOf } from "../../../functions/score/alerts.ts";
import { type Decider, decideAll } from "../../../functions/score/whole-history.ts";
import type { Features } from "../../../model/feature-values.ts";
import type { Cloud } from "./cloud.ts";

/** What must be the same in the end, whatever happened on the way. */
export interface Ending {
    state: string;
    score: number | undefined;
    verdict: string | undefined;
    scoredBy: string | undefined;
    reasons: unknown;
    alertId: string | undefined;
    alerted: boolean;
    /** Of the record that readers keep. */
    recorded: { score: number; verdict: string; reasons: unknown } | undefined;
}

export function endings(cloud: Cloud): Record<string, Ending> {
    const records = keptRecords(cloud);
    const entries = [...cloud.ledger]
        .sort()
        .map(([id, row]): [string, Ending] => [id, { ...fromRow(row), recorded: records.get(id) }]);
    return Object.fromEntries(entries);
}

function fromRow({
    state,
    score,
    verdict,
    scoredBy,
    reasons,
    alertId,
    alertedAt,
}: LedgerRow): Omit<Ending, "recorded"> {
    return { state, score, verdict, scoredBy, reasons, alertId, alerted: alertedAt !== undefined };
}

/** The endings that the whole history, seen at once, asks for. */
export function expectedEndings(
    transactions: readonly Transaction[],
    threshold: number,
    model?: Decider,
): Record<string, Ending> {
    const decided = [...decideAll(transactions, threshold, model)].sort();
    const entries = decided.map(([id, { score, reasons, verdict, scoredBy }]): [string, Ending] => {
        const alerted = verdict === "alert";
        const alertId = alerted ? alertIdOf(id) : undefined;
        return [
            id,
            {
                state: "scored",
                score,
                verdict,
                scoredBy,
                reasons,
                alertId,
                alerted,
                recorded: { score, verdict, reasons },
            },
        ];
    });
    return Object.fromEntries(entries);
}

export interface RecordLine extends Transaction, Finding {
    origin: string;
    receivedAt: string;
    features: Features;
    scoredAt: string;
}

function keptRecords(cloud: Cloud): Map<string, Ending["recorded"]> {
    const kept = new Map<string, RecordLine>();
    for (const line of recordLines(cloud)) {
        if ((kept.get(line.id)?.revision ?? 0) < line.revision) kept.set(line.id, line);
    }
    return new Map([...kept].map(([id, { score, verdict, reasons }]) => [id, { score, verdict, reasons }]));
}

export function recordLines(cloud: Cloud): RecordLine[] {
    return [...cloud.objects]
        .filter(([key]) => key.startsWith("records/"))
        .flatMap(([, body]) =>
            gunzipSync(body as Uint8Array)
                .toString()
                .trimEnd()
                .split("\n"),
        )
        .map((line): RecordLine => JSON.parse(line));
}

/** Every alert that went out, singly or in a digest, repeats included. */
export function alertsSent(cloud: Cloud): string[] {
    return cloud.published
        .filter(({ message }) => message.topic === "fraud")
        .flatMap(({ message }) => (message.type === "fraud" ? [message.alertId] : message.alertIds) as string[])
        .sort();
}
