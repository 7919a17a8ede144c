/** One transaction whose truth is known, with what a model says of it. */
export interface Case {
    fraud: boolean;
    /** How many transactions it stands for. */
    weight: number;
    /** How likely fraud is, from 0 to 1. */
    score: number;
    /** What kind of transaction it is, such as `channel card`; figures are given for each. */
    groups: readonly string[];
}

/** How good a model is on cases. Ties count as if their order were drawn by lot. */
export interface Figures {
    /** Share of all fraud that is found when the highest scores are reviewed, up to the budget. */
    recallAtBudget: number;
    /** Share of fraud among what is reviewed. */
    precisionAtBudget: number;
    averagePrecision: number;
    /** Recall within each group when the budget is spent over all transactions, not within the group. */
    groups: Record<string, { fraudCases: number; recallAtBudget: number }>;
}

/** `budget` is the share of transactions that people can look at. Without a fraud or a legitimate case, all is NaN. */
export function figuresOf(cases: readonly Case[], budget: number): Figures {
    const total = sum(cases);
    const frauds = sum(cases.filter(({ fraud }) => fraud));
    const groups = new Map<string, { cases: number; weight: number; found: number }>();
    let [left, found, seen, seenFraud, averagePrecision] = [budget * total, 0, 0, 0, 0];
    for (const tied of byScore(cases)) {
        const weight = sum(tied);
        const reviewed = Math.min(1, left / weight);
        left = Math.max(0, left - reviewed * weight);
        const fraudulent = tied.filter(({ fraud }) => fraud);
        const fraud = sum(fraudulent);
        found += reviewed * fraud;
        [seen, seenFraud] = [seen + weight, seenFraud + fraud];
        averagePrecision += (fraud / frauds) * (seenFraud / seen);
        for (const one of fraudulent) {
            for (const group of one.groups) {
                const sums = groups.get(group) ?? { cases: 0, weight: 0, found: 0 };
                groups.set(group, {
                    cases: sums.cases + 1,
                    weight: sums.weight + one.weight,
                    found: sums.found + reviewed * one.weight,
                });
            }
        }
    }
    const named = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
        recallAtBudget: found / frauds,
        precisionAtBudget: found / (budget * total),
        averagePrecision: frauds === 0 ? Number.NaN : averagePrecision,
        groups: Object.fromEntries(
            named.map(([name, { cases: fraudCases, weight, found: of }]) => [
                name,
                { fraudCases, recallAtBudget: of / weight },
            ]),
        ),
    };
}

/** Cases of the same score together, the highest first. */
function* byScore(cases: readonly Case[]): Generator<Case[]> {
    const sorted = [...cases].sort((one, other) => other.score - one.score);
    let tied: Case[] = [];
    for (const one of sorted) {
        if (tied[0] !== undefined && tied[0].score !== one.score) {
            yield tied;
            tied = [];
        }
        tied.push(one);
    }
    if (tied.length > 0) yield tied;
}

function sum(cases: readonly Case[]): number {
    return cases.reduce((all, { weight }) => all + weight, 0);
}
