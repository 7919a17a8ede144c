import { rowOf } from "../../model/features.ts";
import { SANCTIONED } from "../../model/rules/supplementary-rules.ts";
import type { Finding, LedgerRow } from "../adapters/ledger-row.ts";
import { isNews, type Judged } from "./account.ts";
import { plainReasons } from "./explain.ts";
import type { Model } from "./model.ts";
import { revisionOf, scoreOf } from "./model-score.ts";

/** A transaction that the model is to be asked about later. */
export interface Postponed extends Judged {
    /** Since when it waits for that. */
    since: string;
}

export interface Consulted {
    /** What was found, by the model where it answered, else by the rules; without what waits for the model alone. */
    judged: Judged[];
    /** What the model is to be asked about later. */
    postponed: Postponed[];
    /** What says how that went. */
    counts: { endpointFailures?: number; circuitOpen?: number };
}

/** The batch's transactions that the rules scored before, and since when they wait for the model. */
type Waiting = ReadonlyMap<string, string>;

/**
 * Asks the model about all that was judged, in one call. What the ledger holds of it with as much history is left alone.
 * Without an answer the rules decide at once, and the model is asked again later.
 */
export async function consult(
    judged: readonly Judged[],
    rows: ReadonlyMap<string, LedgerRow>,
    waiting: Waiting,
    model: Model | undefined,
    { modelThreshold, now }: { modelThreshold: number; now: string },
): Promise<Consulted> {
    const fresh = judged.filter(({ transaction }) => !waiting.has(transaction.id));
    if (model === undefined) return { judged: fresh, postponed: [], counts: {} };
    const due = judged.filter((one) => isDue(one, rows.get(one.transaction.id), waiting));
    if (due.length === 0) return { judged: fresh, postponed: [], counts: {} };
    const asked = due.map((one) => ({ one, row: rowOf(knownOf(one)) }));
    const answer = await model.ask(asked.map(({ row }) => row));
    if ("missing" in answer) {
        const counts = answer.missing === "circuit open" ? { circuitOpen: 1 } : { endpointFailures: 1 };
        return { ...byRules(judged, due, rows, waiting, now), counts };
    }
    const found = new Map<string, Judged>();
    // One after another: the first may have to read the trees, which then serve the others.
    for (const [index, { one, row }] of asked.entries()) {
        const probability = answer.probabilities[index] ?? Number.NaN;
        found.set(one.transaction.id, await byModel(one, row, probability, model, modelThreshold));
    }
    const known = judged.filter(({ transaction }) => found.has(transaction.id) || !waiting.has(transaction.id));
    return { judged: known.map((one) => found.get(one.transaction.id) ?? one), postponed: [], counts: {} };
}

function knownOf({ transaction, features, finding }: Judged): Parameters<typeof rowOf>[0] {
    return { transaction, account: features, supplementary: finding.supplementary };
}

/** Whether the model's finding would be a newer one than the ledger's. */
function isDue({ transaction, features, own }: Judged, row: LedgerRow | undefined, waiting: Waiting): boolean {
    if (own && !waiting.has(transaction.id)) return true;
    return row?.revision === undefined || row.revision < revisionOf(features, "model");
}

async function byModel(
    one: Judged,
    row: readonly number[],
    probability: number,
    model: Model,
    threshold: number,
): Promise<Judged> {
    const score = scoreOf(probability);
    const scored = { score, scoredBy: "model", revision: revisionOf(one.features, "model") } as const;
    const { profile, supplementary } = one.finding;
    const beside = { ...(profile && { profile }), ...(supplementary && { supplementary }) };
    const found = (verdict: Finding["verdict"], reasons: Finding["reasons"]): Judged => ({
        ...one,
        finding: { ...scored, verdict, reasons, ...beside },
    });
    const listed = one.finding.reasons.find(({ code }) => code === SANCTIONED);
    // The law decides there, not likelihood.
    if (listed !== undefined) {
        return { ...one, finding: { ...scored, score: 1, verdict: "alert", reasons: [listed], ...beside } };
    }
    if (score < threshold) return found("pass", []);
    const reasons = await model.reasons(row, probability, score);
    return found("alert", reasons.length > 0 ? reasons : plainReasons(one.finding.reasons, score));
}

/**
 * Without the model. What was judged before by it keeps that finding while the model is away, unless the rules now see
 * fraud that nobody was told of: they know more of its history, the model knows more of fraud.
 */
function byRules(
    judged: readonly Judged[],
    due: readonly Judged[],
    rows: ReadonlyMap<string, LedgerRow>,
    waiting: Waiting,
    now: string,
): Pick<Consulted, "judged" | "postponed"> {
    const isWaiting = ({ transaction }: Judged): boolean => waiting.has(transaction.id);
    const decides = (one: Judged): boolean => {
        const row = rows.get(one.transaction.id);
        if (isWaiting(one) || row === undefined) return false;
        if (one.own || row.scoredBy !== "model") return true;
        return one.finding.verdict === "alert" && row.alertedAt === undefined;
    };
    /** Another message asks about it already, unless what it finds then would be outdated by what is written now. */
    const isAskedFor = (one: Judged): boolean => {
        const row = rows.get(one.transaction.id);
        return row === undefined || (!one.own && row.scoredBy === "rules" && !isNews(one.finding, row));
    };
    return {
        judged: judged.filter(decides),
        postponed: due
            .filter((one) => !isAskedFor(one))
            .map((one) => ({ ...one, since: waiting.get(one.transaction.id) ?? now })),
    };
}
