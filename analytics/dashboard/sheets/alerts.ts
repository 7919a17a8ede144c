import { fieldsOf } from "../fields.ts";
import type { SheetShape } from "../sheet.ts";
import { bars, lines, number, table } from "../visuals.ts";

const byRule = fieldsOf("alerts");
const risk = fieldsOf("risk");

export const alerts: SheetShape = {
    id: "alerts",
    name: "Alerts and amounts",
    about: "By the day on which transactions occurred (UTC). Amounts are never added up over currencies, except where it says that they are euros. No data means that no alert was raised on the chosen days, channels and countries.",
    byDays: true,
    rows: [
        {
            height: 6,
            tiles: [
                number({
                    id: "alerts-total",
                    title: "Alerts",
                    subtitle: "Transactions with an alert, each counted once, however many rules it broke.",
                    value: risk.sum("alerts", "count"),
                }),
                number({
                    id: "euros-at-risk",
                    title: "Amount at risk, converted to euros",
                    subtitle: "EUR. Other currencies at the fixed rates by which the rules compare amounts.",
                    value: risk.sum("euros", "money"),
                }),
            ],
        },
        {
            height: 12,
            tiles: [
                bars({
                    id: "alerts-by-rule",
                    title: "Alerts by rule and channel",
                    subtitle:
                        "An alert counts under each rule that it broke, so the bars add up to more than all alerts.",
                    by: byRule.category("rule"),
                    values: [byRule.sum("alerts", "count")],
                    series: byRule.category("channel"),
                }),
                table({
                    id: "amount-by-currency",
                    title: "Amount at risk by currency",
                    subtitle: "Sum of the transactions with an alert, in each currency's own units, without a total.",
                    by: { Currency: risk.category("currency") },
                    values: { Alerts: risk.sum("alerts", "count"), Amount: risk.sum("amount", "money") },
                    greatestFirst: "Alerts",
                }),
            ],
        },
        {
            height: 10,
            tiles: [
                lines({
                    id: "alerts-by-day",
                    title: "Alerts by day and channel",
                    subtitle: "Transactions with an alert, each counted once, by the day on which they occurred.",
                    by: risk.day("day"),
                    values: [risk.sum("alerts", "count")],
                    series: risk.category("channel"),
                }),
            ],
        },
    ],
};
