import { strict as assert } from "node:assert";
import type { DashboardTile } from "../../../console/dashboard-state.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";

const ALERTS = "compliance.transactions WHERE verdict = 'alert'";
const LIVE = "compliance.transactions WHERE received_at >= SYSDATE - INTERVAL '24 hours'";
const FLAGGED = "CAST(SUM(CASE WHEN verdict = 'alert' THEN 1 ELSE 0 END) AS DOUBLE PRECISION) / COUNT(*)";
const SECONDS = "CAST(DATEDIFF(millisecond, received_at, scored_at) AS DOUBLE PRECISION) / 1000";
const HOUR = "TO_CHAR(received_at, 'YYYY-MM-DD HH24') || ':00'";
const DAY = "TO_CHAR(occurred_at, 'YYYY-MM-DD')";
const UNITS = [...MINOR_UNITS].map(([currency, digits]) => `WHEN '${currency}' THEN ${10 ** digits}`).join(" ");
const below = (percent: number) => `PERCENTILE_DISC(${percent / 100}) WITHIN GROUP (ORDER BY ${SECONDS})`;

/**
 * What each tile says, asked of the tables themselves and not of the views that the dashboard reads: rows of what it stands
 * by, such as a day and a channel, and the number. Percentages are shares of one.
 */
export const TILE_QUERIES: Readonly<Record<string, string>> = {
    "fraud-rate": `SELECT ${FLAGGED} FROM ${LIVE}`,
    scored: `SELECT COUNT(*) FROM ${LIVE}`,
    "delay-p95": `SELECT ${below(95)} FROM ${LIVE}`,
    "fraud-rate-by-hour": `SELECT ${HOUR}, channel, ${FLAGGED} FROM ${LIVE} GROUP BY 1, 2`,
    "delays-by-hour": [50, 95, 99]
        .map((p) => `SELECT ${HOUR}, 'delay seconds, ${p} of 100 below', ${below(p)} FROM ${LIVE} GROUP BY 1`)
        .join(" UNION ALL "),
    "alerts-total": `SELECT COUNT(*) FROM ${ALERTS}`,
    "euros-at-risk": `SELECT CAST(SUM(euro_cents) AS DOUBLE PRECISION) / 100 FROM ${ALERTS}`,
    "alerts-by-rule": `SELECT COALESCE(reason.code, 'no rule'), one.channel, COUNT(DISTINCT one.id)
        FROM compliance.transactions AS one
        LEFT JOIN compliance.transaction_reasons AS reason ON reason.transaction_id = one.id
        WHERE one.verdict = 'alert' GROUP BY 1, 2`,
    "amount-by-currency": `SELECT currency, 'Alerts', CAST(COUNT(*) AS DOUBLE PRECISION) FROM ${ALERTS} GROUP BY 1
        UNION ALL
        SELECT currency, 'Amount', CAST(SUM(amount_minor) AS DOUBLE PRECISION)
            / CASE currency ${UNITS} END FROM ${ALERTS} GROUP BY currency`,
    "alerts-by-day": `SELECT ${DAY}, channel, COUNT(*) FROM ${ALERTS} GROUP BY 1, 2`,
    refused: "SELECT COUNT(DISTINCT origin) FROM compliance.quarantine",
    "refused-by-reason": "SELECT reason, source, COUNT(DISTINCT origin) FROM compliance.quarantine GROUP BY 1, 2",
    "refused-by-day": `SELECT TO_CHAR(refused_at, 'YYYY-MM-DD'), source, COUNT(DISTINCT origin)
        FROM compliance.quarantine GROUP BY 1, 2`,
    "average-score": `SELECT ${DAY}, scored_by, CAST(SUM(score) AS DOUBLE PRECISION) / COUNT(*)
        FROM compliance.transactions GROUP BY 1, 2`,
    "alert-rate": `SELECT ${DAY}, scored_by, ${FLAGGED} FROM compliance.transactions GROUP BY 1, 2`,
    "score-bands": `SELECT CASE WHEN score < 0.2 THEN '0.0 to 0.2' WHEN score < 0.4 THEN '0.2 to 0.4'
            WHEN score < 0.6 THEN '0.4 to 0.6' WHEN score < 0.8 THEN '0.6 to 0.8' ELSE '0.8 to 1.0' END, scored_by, COUNT(*)
        FROM compliance.transactions GROUP BY 1, 2`,
    "reports-open": `SELECT COUNT(*) FROM compliance.report_runs AS run WHERE status <> 'finished' AND NOT EXISTS (
        SELECT 1 FROM compliance.report_runs AS later WHERE later.name = run.name AND later.period_from = run.period_from
            AND later.period_to = run.period_to AND later.started_at > run.started_at)`,
    "report-status": `SELECT name || ' ' || status, 'Rows', rows_reported FROM compliance.report_runs`,
};

/** A number of a tile by what it stands by, as it is written there. */
export type Numbers = ReadonlyMap<string, string>;

/** Every number of a tile. */
export function numbersOf(tile: DashboardTile): Numbers {
    if (tile.kind === "number") return new Map([["", tile.text]]);
    if (tile.kind === "table") {
        const { headings, rows } = tile;
        // Of a report only its name and state, since times are cut and periods put together.
        const names =
            tile.id === "report-status"
                ? ["Report", "State"]
                : headings.filter((one) => !one.isNumber).map((one) => one.text);
        const at = (text: string) => headings.findIndex((one) => one.text === text);
        return new Map(
            rows.flatMap((cells) =>
                headings
                    .filter(({ isNumber }) => isNumber)
                    .map(({ text }): [string, string] => [
                        [...[names.map((name) => cells[at(name)]).join(" ")], text].join(" | "),
                        cells[at(text)] ?? "",
                    ]),
            ),
        );
    }
    return new Map(
        tile.series.flatMap(({ name, texts }) =>
            texts.flatMap((text, index): [string, string][] =>
                text === "" ? [] : [[`${tile.categories[index]} | ${name}`, text]],
            ),
        ),
    );
}

/** Says where a tile and the answer to its query are not the same, to the last place that the tile shows. */
export function assertSame(tile: DashboardTile, answer: readonly (readonly unknown[])[]): void {
    const shown = numbersOf(tile);
    const asked = new Map(
        answer.map((row) => [row.slice(0, -1).join(" | "), row.at(-1) === null ? undefined : Number(row.at(-1))]),
    );
    assert.deepEqual([...shown.keys()].sort(), [...asked.keys()].sort(), `${tile.id} has other parts`);
    for (const [part, text] of shown) {
        const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
        const value = asked.get(part);
        const wanted = ((value ?? 0) * (text.endsWith("%") ? 100 : 1)).toFixed(places);
        const bare = text.replaceAll(/,|%| s$/g, "");
        // Halves are rounded to the even place by one and upwards by the other.
        const isSame = bare === wanted || Math.abs(Number(bare) - Number(wanted)) <= 1.000001 * 10 ** -places;
        assert.ok(
            // A sum of nothing is written as no data.
            text === "no data" ? !value : isSame,
            `${tile.id} ${part}: ${text}, not ${wanted}`,
        );
    }
}
