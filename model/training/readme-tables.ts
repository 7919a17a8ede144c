import { FEATURES } from "../features.ts";

/** What `evaluate.py` writes, as far as the README shows it. */
export interface Report {
    reviewBudget: number;
    sets: Record<string, { scorers: Record<string, Record<string, number>> }>;
}

const SCORERS = ["model", "logistic regression", "rules"];
const FIGURES: Readonly<Record<string, string>> = {
    averagePrecision: "average precision",
    rocAuc: "area under the ROC curve",
    recallAtBudget: "fraud found within the review budget",
    precisionAtBudget: "share of fraud among what is reviewed",
};

/** The README with its two tables as they should be. */
export function described(text: string, report: Report): string {
    return withTable(withTable(text, "figures", figureTable(report)), "features", featureTable());
}

/** The features as the README shows them. */
function featureTable(): string {
    const rows = FEATURES.map(
        ({ name, type, meaning, source, grows }, index) =>
            `| ${index + 1} | \`${name}\` | ${type} | ${meaning} | ${source} | ${grows ? "yes" : "no"} |`,
    );
    return `\n${["| # | name | type | meaning | source | grows |", "|---|---|---|---|---|---|", ...rows].join("\n")}\n`;
}

/** The figures on the test set. */
function figureTable({ sets, reviewBudget }: Report): string {
    return Object.entries(FIGURES)
        .map(([figure, words]) => {
            const label = figure.endsWith("Budget") ? `${words} of ${reviewBudget * 100}%` : words;
            const values = SCORERS.map((scorer) => sets.test?.scorers[scorer]?.[figure]?.toFixed(2) ?? "");
            return `| ${label} | ${values.join(" | ")} |`;
        })
        .join("\n");
}

/** The text with a table between the two marks of its name. */
function withTable(text: string, name: "features" | "figures", table: string): string {
    const [begin, end] = [`<!-- ${name}: written by \`npm run model -- describe\` -->`, `<!-- end of ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`the text has no place for the table: ${begin} … ${end}`);
    return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
}
