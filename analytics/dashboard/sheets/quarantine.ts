import { fieldsOf } from "../fields.ts";
import type { SheetShape } from "../sheet.ts";
import { bars, lines, number } from "../visuals.ts";

const refused = fieldsOf("quarantine");

export const quarantine: SheetShape = {
    id: "quarantine",
    name: "Quarantine",
    about: "What was refused before scoring, by the day of the refusal (UTC). A refused row has no trusted channel or country: only readers of all channels and countries see this page. No data means that nothing was refused.",
    byDays: true,
    rows: [
        {
            height: 6,
            tiles: [
                number({
                    id: "refused",
                    title: "Refused",
                    subtitle: "Rows, messages and files in quarantine, each counted once.",
                    value: refused.sum("refusals", "count"),
                }),
            ],
        },
        {
            height: 14,
            tiles: [
                bars({
                    id: "refused-by-reason",
                    title: "Quarantine by reason and source",
                    subtitle: "Number refused for the reason; a row with several faults counts under its first.",
                    by: refused.category("reason"),
                    values: [refused.sum("refusals", "count")],
                    series: refused.category("source"),
                }),
                lines({
                    id: "refused-by-day",
                    title: "Quarantine by day and source",
                    subtitle: "Number refused; a jump is mostly a partner's changed format.",
                    by: refused.day("day"),
                    values: [refused.sum("refusals", "count")],
                    series: refused.category("source"),
                }),
            ],
        },
    ],
};
