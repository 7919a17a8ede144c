import type { ScoreReason, Standing } from "../../contract/scoring.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import type { Features } from "../feature-values.ts";
import { profileReasons } from "./profile-rules.ts";
import { RULES } from "./rules.ts";

export interface Assessment {
    /** 0 to 1, in hundredths. */
    score: number;
    /** Why, the weightiest first. */
    reasons: ScoreReason[];
}

const FULL_SCORE = 100;

/** The sum of the rules that hold. */
export function assess(transaction: Transaction, features: Features, profile?: Standing): Assessment {
    const ofHistory = RULES.filter((rule) => rule.holds(transaction, features)).map(({ code, points, says }) => ({
        code,
        text: says(transaction, features),
        points,
    }));
    const ofProfile = profile === undefined ? [] : profileReasons(features, profile);
    const reasons = [...ofHistory, ...ofProfile].sort((one, other) => other.points - one.points);
    const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
    return { score: Math.min(points, FULL_SCORE) / FULL_SCORE, reasons };
}
