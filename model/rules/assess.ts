import type { ScoreReason, Standing } from "../../contract/scoring.ts";
import type { Supplement } from "../../contract/supplement.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import type { Features } from "../feature-values.ts";
import { profileReasons } from "./profile-rules.ts";
import { RULES } from "./rules.ts";
import { supplementaryReasons } from "./supplementary-rules.ts";

/** What is known of a transaction beside its account's history. */
export interface Beside {
    profile?: Standing | undefined;
    supplementary?: Supplement | undefined;
}

export interface Assessment {
    /** 0 to 1, in hundredths. */
    score: number;
    /** Why, the weightiest first. */
    reasons: ScoreReason[];
}

const FULL_SCORE = 100;

/** The sum of the rules that hold. */
export function assess(
    transaction: Transaction,
    features: Features,
    { profile, supplementary }: Beside = {},
): Assessment {
    const ofHistory = RULES.filter((rule) => rule.holds(transaction, features)).map(({ code, points, says }) => ({
        code,
        text: says(transaction, features),
        points,
    }));
    const ofProfile = profile === undefined ? [] : profileReasons(features, profile);
    const ofOthers = supplementary === undefined ? [] : supplementaryReasons(supplementary);
    const reasons = [...ofHistory, ...ofProfile, ...ofOthers].sort((one, other) => other.points - one.points);
    const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
    return { score: Math.min(points, FULL_SCORE) / FULL_SCORE, reasons };
}
