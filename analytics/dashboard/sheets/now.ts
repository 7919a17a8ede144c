import { fieldsOf } from "../fields.ts";
import type { SheetShape } from "../sheet.ts";
import { lines, number } from "../visuals.ts";

const live = fieldsOf("live");

export const now: SheetShape = {
    id: "now",
    name: "Now",
    about: "The last 24 hours by time of receipt, read from the warehouse as you look. Files are scored in bulk: a morning file shows as a peak. No data means that nothing was loaded in 24 hours: ask operations.",
    byDays: false,
    rows: [
        {
            height: 6,
            tiles: [
                number({
                    id: "fraud-rate",
                    title: "Fraud rate",
                    subtitle: "Transactions with an alert, of all that were scored in the last 24 hours.",
                    value: live.average("flagged", "share"),
                }),
                number({
                    id: "scored",
                    title: "Scored",
                    subtitle: "Transactions with a verdict in the last 24 hours, each counted once.",
                    value: live.count("scored_at"),
                }),
                number({
                    id: "delay-p95",
                    title: "Time to the verdict",
                    subtitle: "Seconds from receipt to verdict that 95 of 100 transactions stay below.",
                    value: live.percentile("delay_seconds", 95, "seconds"),
                }),
            ],
        },
        {
            height: 11,
            tiles: [
                lines({
                    id: "fraud-rate-by-hour",
                    title: "Fraud rate by hour and channel",
                    subtitle: "Share of the hour's transactions that have an alert; hours in UTC.",
                    by: live.hour("received_at"),
                    values: [live.average("flagged", "share")],
                    series: live.category("channel"),
                }),
                lines({
                    id: "delays-by-hour",
                    title: "Queue delays by hour",
                    subtitle: "Seconds from receipt to the verdict that holds: half, 95 and 99 of 100 lie below.",
                    by: live.hour("received_at"),
                    values: [50, 95, 99].map((percent) => live.percentile("delay_seconds", percent, "seconds")),
                }),
            ],
        },
    ],
};
