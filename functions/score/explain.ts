import type { ScoreReason } from "../../contract/scoring.ts";
import { contributionsOf } from "../../model/explain/contributions.ts";
import type { Ensemble } from "../../model/explain/ensemble.ts";
import { wordsOf } from "./feature-words.ts";

const MOST_REASONS = 5;
const HUNDREDTHS = 100;

/**
 * Which features made the model's score, the weightiest first. A score is shared out among the features that raised it,
 * in proportion to their SHAP values; what lowered it, and what comes to less than half a hundredth, is no reason.
 */
export function modelReasons(ensemble: Ensemble, row: readonly number[], score: number): ScoreReason[] {
    const raising = contributionsOf(ensemble, row)
        .map((contribution, index) => ({ contribution, index }))
        .filter(({ contribution }) => contribution > 0);
    const sum = raising.reduce((total, { contribution }) => total + contribution, 0);
    return raising
        .sort((one, other) => other.contribution - one.contribution || one.index - other.index)
        .slice(0, MOST_REASONS)
        .map(({ contribution, index }) => {
            const code = ensemble.features[index] ?? "";
            const points = Math.round((HUNDREDTHS * score * contribution) / sum);
            return { code, text: wordsOf(code, row[index] ?? Number.NaN), points };
        })
        .filter(({ points }) => points > 0);
}

/** Where the model's trees cannot be asked: the rules that hold, or at least the score. */
export function plainReasons(ofRules: readonly ScoreReason[], score: number): ScoreReason[] {
    if (ofRules.length > 0) return [...ofRules];
    const text = `the fraud model gives a score of ${score.toFixed(2)}`;
    return [{ code: "model-score", text, points: Math.round(HUNDREDTHS * score) }];
}
