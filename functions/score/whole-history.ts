import type { Verdict } from "../../contract/scoring.ts";
import type { Supplement } from "../../contract/supplement.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import { accountFeatures } from "../../model/account-features.ts";
import { byAccount } from "../../model/account-histories.ts";
import { type Ensemble, marginOf, probabilityOf } from "../../model/explain/ensemble.ts";
import type { Features } from "../../model/feature-values.ts";
import { rowOf } from "../../model/features.ts";
import { type Assessment, assess } from "../../model/rules/assess.ts";
import { SANCTIONED } from "../../model/rules/supplementary-rules.ts";
import type { Finding } from "../adapters/ledger-row.ts";
import { modelReasons, plainReasons } from "./explain.ts";
import { scoreOf } from "./model-score.ts";

export interface Scored extends Assessment {
    transaction: Transaction;
    features: Features;
    supplementary: Supplement | undefined;
}

/** What Azure's sets say of a transaction, where they are known. */
export type SaysOf = (transaction: Transaction) => Supplement | undefined;
const NOTHING: SaysOf = () => undefined;

/** The model that decides in place of the rules: its trees, and the score from which it alerts. */
export interface Decider {
    ensemble: Ensemble;
    threshold: number;
}

/** What the live path ends with while the model's endpoint answers. */
export interface Decided extends Scored {
    verdict: Verdict;
    scoredBy: Finding["scoredBy"];
}

/**
 * Scores transactions by the rules as if all of them were known from the start. The live path, which sees them in any
 * order and in pieces, must end with the same scores.
 */
export function scoreAll(transactions: Iterable<Transaction>, saysOf: SaysOf = NOTHING): Map<string, Scored> {
    const scored = new Map<string, Scored>();
    for (const history of byAccount(transactions).values()) {
        const features = accountFeatures(history);
        for (const [index, transaction] of history.entries()) {
            const own = features[index];
            if (own === undefined) continue;
            const supplementary = saysOf(transaction);
            const assessed = assess(transaction, own, { supplementary });
            scored.set(transaction.id, { transaction, features: own, supplementary, ...assessed });
        }
    }
    return scored;
}

/** Decides on transactions as if all were known from the start: by the model if there is one, else by the rules. */
export function decideAll(
    transactions: Iterable<Transaction>,
    threshold: number,
    model?: Decider,
    saysOf: SaysOf = NOTHING,
): Map<string, Decided> {
    const verdictOf = (score: number, from: number): Verdict => (score >= from ? "alert" : "pass");
    return new Map(
        [...scoreAll(transactions, saysOf)].map(([id, scored]): [string, Decided] => {
            if (model === undefined) {
                return [id, { ...scored, verdict: verdictOf(scored.score, threshold), scoredBy: "rules" }];
            }
            const listed = scored.reasons.find(({ code }) => code === SANCTIONED);
            if (listed !== undefined) {
                return [id, { ...scored, score: 1, reasons: [listed], verdict: "alert", scoredBy: "model" }];
            }
            const { transaction, features, supplementary } = scored;
            const row = rowOf({ transaction, account: features, supplementary });
            const score = scoreOf(probabilityOf(marginOf(model.ensemble, row)));
            const verdict = verdictOf(score, model.threshold);
            const explained = verdict === "alert" ? modelReasons(model.ensemble, row, score) : [];
            const silent = verdict === "alert" && explained.length === 0;
            const reasons = silent ? plainReasons(scored.reasons, score) : explained;
            return [id, { ...scored, score, reasons, verdict, scoredBy: "model" }];
        }),
    );
}

/** The transactions that are alerts, by id, as `decideAll` says. Of several with one id, the first given counts. */
export function alertsOf(
    transactions: Iterable<Transaction>,
    threshold: number,
    model?: Decider,
    saysOf: SaysOf = NOTHING,
): Map<string, Assessment> {
    const alerts = new Map<string, Assessment>();
    for (const [id, { score, reasons, verdict }] of decideAll(transactions, threshold, model, saysOf)) {
        if (verdict === "alert") alerts.set(id, { score, reasons });
    }
    return alerts;
}
