import type { DashboardState } from "../../../console/dashboard-state.ts";

/** A dashboard with a tile of each kind, for what a reader chose. */
export function recordedDashboard(chosen: URLSearchParams): DashboardState {
    const days = ["2026-10-01", "2026-10-02", "2026-10-03"];
    return {
        title: "Compliance (local)",
        copiedAt: "2026-10-03T20:00:00.000Z",
        colours: ["#0072B2", "#D55E00", "#000000"],
        selection: {
            from: chosen.get("from") ?? "2026-10-01",
            to: chosen.get("to") ?? "2026-10-03",
            channel: chosen.getAll("channel"),
            country: chosen.getAll("country"),
        },
        choices: { channel: ["card", "instant"], country: ["DE", "all"] },
        sheets: [
            {
                id: "now",
                name: "Now",
                about: "The last 24 hours by time of receipt.",
                byDays: false,
                tiles: [
                    {
                        ...{ id: "fraud-rate", title: "Fraud rate", subtitle: "Alerts of all.", width: 12, height: 6 },
                        kind: "number",
                        text: chosen.get("channel") === "card" ? "1.50%" : "2.06%",
                    },
                    {
                        ...{ id: "by-hour", title: "By hour", subtitle: "Hours in UTC.", width: 36, height: 11 },
                        kind: "lines",
                        categories: ["2026-10-03 18:00", "2026-10-03 19:00"],
                        series: [{ name: "card", values: [0.01, null], texts: ["1.00%", ""] }],
                    },
                ],
            },
            {
                id: "alerts",
                name: "Alerts and amounts",
                about: "By the day on which transactions occurred.",
                byDays: true,
                tiles: [
                    {
                        ...{ id: "by-rule", title: "By rule", subtitle: "By channel.", width: 18, height: 12 },
                        kind: "bars",
                        categories: ["large-amount", "many-receivers"],
                        series: [
                            { name: "card", values: [4, 1], texts: ["4", "1"] },
                            { name: "instant", values: [2, null], texts: ["2", ""] },
                        ],
                    },
                    {
                        ...{ id: "amounts", title: "Amounts", subtitle: "By currency.", width: 18, height: 12 },
                        kind: "table",
                        headings: [
                            { text: "Currency", isNumber: false },
                            { text: "Amount", isNumber: true },
                        ],
                        rows: days.map((day, index) => [`C${index}`, `${day.slice(-2)}.00`]),
                    },
                    {
                        ...{ id: "empty", title: "Refused", subtitle: "None.", width: 36, height: 12 },
                        kind: "lines",
                        categories: [],
                        series: [],
                    },
                ],
            },
        ],
    };
}
