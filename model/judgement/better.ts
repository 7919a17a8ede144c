import type { Figures } from "./figures.ts";

/** What a challenger must gain, and what it may lose. All are shares from 0 to 1. */
export interface Tolerances {
    /** More fraud found within the review budget, at least; below it a difference is chance. */
    gain: number;
    /** Average precision, below which nobody looks yet but the alert threshold may. */
    averagePrecisionLoss: number;
    /** Fraud found within a group. */
    groupLoss: number;
    /** Cases of fraud from which a group is large enough to be looked at. */
    groupFraudCases: number;
}

/**
 * With 20 cases one more or less is 5 points, so that much is chance within a group. The gain of a point is what a person
 * who reviews two of a hundred transactions would notice.
 */
export const TOLERANCES: Tolerances = {
    gain: 0.01,
    averagePrecisionLoss: 0.01,
    groupLoss: 0.05,
    groupFraudCases: 20,
};

/** Whether the challenger should replace the champion, and each reason why not. */
export function shortcomings(champion: Figures, challenger: Figures, tolerances: Tolerances = TOLERANCES): string[] {
    const faults: string[] = [];
    const gained = challenger.recallAtBudget - champion.recallAtBudget;
    if (!(gained >= tolerances.gain)) {
        const [before, after] = [champion.recallAtBudget, challenger.recallAtBudget].map(percent);
        faults.push(
            `it finds ${after} of fraud within the review budget, not ${percent(tolerances.gain)} more than ${before}`,
        );
    }
    const lost = champion.averagePrecision - challenger.averagePrecision;
    if (!(lost <= tolerances.averagePrecisionLoss)) {
        const [before, after] = [champion.averagePrecision, challenger.averagePrecision].map((one) => one.toFixed(3));
        faults.push(`its average precision is ${after} instead of ${before}`);
    }
    for (const [group, { fraudCases, recallAtBudget: before }] of Object.entries(champion.groups)) {
        const after = challenger.groups[group]?.recallAtBudget ?? 0;
        if (fraudCases < tolerances.groupFraudCases || before - after <= tolerances.groupLoss) continue;
        faults.push(`of fraud in ${group} it finds ${percent(after)} instead of ${percent(before)}`);
    }
    return faults;
}

function percent(share: number): string {
    return `${(share * 100).toFixed(1)}%`;
}
