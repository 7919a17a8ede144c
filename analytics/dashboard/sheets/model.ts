import { calculated, fieldsOf } from "../fields.ts";
import type { SheetShape } from "../sheet.ts";
import { bars, lines } from "../visuals.ts";

const scores = fieldsOf("scores");

export const model: SheetShape = {
    id: "model",
    name: "Model",
    about: "By the day on which transactions occurred (UTC), and by who gave the score: the rules or a version of the model. A step in these lines without a new version asks for a look at the data. No data means that nothing was scored.",
    byDays: true,
    rows: [
        {
            height: 11,
            tiles: [
                lines({
                    id: "average-score",
                    title: "Model scores over time",
                    subtitle: "Average score from 0 to 1 over all transactions of the day, by who gave it.",
                    by: scores.day("day"),
                    values: [calculated("average_score", "score")],
                    series: scores.category("scored_by"),
                }),
                lines({
                    id: "alert-rate",
                    title: "Share of alerts over time",
                    subtitle: "Transactions with an alert, of all that were scored, by who gave the score.",
                    by: scores.day("day"),
                    values: [calculated("alert_rate", "share")],
                    series: scores.category("scored_by"),
                }),
            ],
        },
        {
            height: 10,
            tiles: [
                bars({
                    id: "score-bands",
                    title: "Scores by band",
                    subtitle: "Number of transactions with a score in the band, by who gave it.",
                    by: scores.category("band"),
                    values: [scores.sum("transactions", "count")],
                    series: scores.category("scored_by"),
                }),
            ],
        },
    ],
};
