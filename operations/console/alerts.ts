import type { Alert } from "../../console/state.ts";
import type { ScoreReason, Standing } from "../../contract/scoring.ts";
import type { DecisionKept, LedgerRow } from "../../functions/adapters/ledger-row.ts";
import type { Flagged } from "../start/flagged.ts";
import { money } from "../start/summary.ts";

/** Alerts that the page shows, the newest; all others are in the ledger. */
export const MOST_ALERTS = 500;

/** Each alert with what the ledger says of it, the newest first. One that the ledger does not know yet has no history. */
export function alertsOf(flagged: Iterable<Flagged>, rows: ReadonlyMap<string, LedgerRow>): Alert[] {
    const alerts = [...flagged].map((one) => alertOf(one, rows.get(one.id)));
    return alerts.sort((a, b) => newest(b).localeCompare(newest(a)) || b.score - a.score || a.id.localeCompare(b.id));
}

function newest({ history, occurredAt }: Alert): string {
    return history.find(({ what }) => what.startsWith("scored"))?.at ?? occurredAt;
}

function alertOf(flagged: Flagged, row: LedgerRow | undefined): Alert {
    const { id, source, channel, country, occurredAt } = flagged;
    const decision = row && decisionOf(row);
    return {
        id,
        source,
        amount: money(flagged),
        channel,
        country,
        occurredAt,
        score: row?.score ?? flagged.score,
        scoredBy: row?.scoredBy ?? "",
        withdrawn: row?.verdict === "pass",
        reasons: distinct(row?.reasons ?? flagged.reasons),
        history: [{ at: occurredAt, what: "occurred" }, ...(row ? historyOf(row) : [])],
        ...(decision && { decision }),
    };
}

/** A pattern comes in steps that say the same of the same transaction: told once, with all its points. */
function distinct(reasons: readonly ScoreReason[]): Alert["reasons"] {
    const points = new Map<string, number>();
    for (const reason of reasons) points.set(reason.text, (points.get(reason.text) ?? 0) + reason.points);
    return [...points].map(([text, sum]) => ({ text, points: sum }));
}

function historyOf(row: LedgerRow): Alert["history"] {
    const { receivedAt, claimedAt, scoredAt, alertedAt, lookedAt, score, scoredBy, profile, decisions = [] } = row;
    const steps: [string | undefined, string][] = [
        [receivedAt, `received from ${row.source}`],
        [claimedAt, "passed the sanity rules, claimed once"],
        [scoredAt, `scored ${score?.toFixed(2)} by the ${scoredBy}${profile ? `, ${standingText(profile)}` : ""}`],
        [alertedAt, "alert sent over SNS"],
        [lookedAt, "looked at again, with a late transaction of its account"],
        ...decisions.map((one): [string | undefined, string] => [one.decidedAt, decisionText(one)]),
    ];
    const history = steps.flatMap(([at, what]) => (at === undefined ? [] : [{ at, what }]));
    return history.sort((a, b) => a.at.localeCompare(b.at));
}

function standingText({ timesUsual, timesPeers }: Standing): string {
    const usual = timesUsual === undefined ? undefined : `${timesUsual} times the most of its account`;
    const peers = timesPeers === undefined ? undefined : `${timesPeers} times that of accounts like it`;
    return [usual, peers].filter(Boolean).join(", ") || "nothing usual known of its account";
}

function decisionText({ decision, decidedBy = "nobody named", note }: DecisionKept): string {
    return `decided ${decision} by ${decidedBy}${note ? `: ${note}` : ""}`;
}

function decisionOf({ decision, decidedBy, decidedAt }: LedgerRow): Alert["decision"] {
    return decision && { decision, by: decidedBy ?? "nobody named", at: decidedAt ?? "" };
}
