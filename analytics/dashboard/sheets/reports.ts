import { fieldsOf } from "../fields.ts";
import type { SheetShape } from "../sheet.ts";
import { number, table } from "../visuals.ts";

const reports = fieldsOf("reports");

export const reporting: SheetShape = {
    id: "reports",
    name: "Regulatory reports",
    about: "Each report by the day on which its run began (UTC). Only readers of all channels and countries see this page, because a report covers them all. No data means that no report ran on the chosen days: that alone is worth a question.",
    byDays: true,
    rows: [
        {
            height: 6,
            tiles: [
                number({
                    id: "reports-open",
                    title: "Not finished",
                    subtitle: "Reports whose last run for the period failed or still runs.",
                    value: reports.sum("not_finished", "count"),
                }),
            ],
        },
        {
            height: 14,
            tiles: [
                table({
                    id: "report-status",
                    title: "Status of regulatory reports",
                    subtitle: "Each run with its period, its state and the number of rows that it reports.",
                    by: {
                        Started: reports.hour("started_at"),
                        Report: reports.category("name"),
                        Period: reports.category("period"),
                        State: reports.category("status"),
                    },
                    values: { Rows: reports.sum("rows_reported", "count") },
                    greatestFirst: "Started",
                }),
            ],
        },
    ],
};
