import assert from "node:assert/strict";
import type { Visual } from "@aws-sdk/client-quicksight";
import { DATA_SETS, type DataSetName } from "../../../../analytics/dashboard/data-sets.ts";
import type { DashboardSheet, Selection } from "../../../../console/dashboard-state.ts";
import type { Row } from "../../../../local/services/quicksight/copies.ts";
import { drawSheet } from "../../../../operations/console/dashboard/draw-sheet.ts";
import { definition } from "../../../analytics/support/dashboard-definition.ts";
import { ago, DashboardWorld } from "../../../analytics/support/dashboard-world.ts";
import { assertSame, numbersOf, TILE_QUERIES } from "../../../analytics/support/tile-queries.ts";

const ALL: Selection = { from: "2000-01-01", to: "2999-12-31", channel: [], country: [] };

describe("the dashboard as it is drawn", () => {
    let world: DashboardWorld;
    let rows: Map<string, readonly Row[]>;

    before(async () => {
        world = await DashboardWorld.open();
        await fill(world);
        rows = new Map();
        for (const [name, { view, columns }] of Object.entries(DATA_SETS)) {
            // Times as the Data API gives them, which is text.
            const wanted = Object.entries(columns).map(([column, type]) =>
                type === "DATETIME" ? `CAST(${column} AS VARCHAR(32)) AS ${column}` : column,
            );
            const found = await world.read(`SELECT ${wanted.join(", ")} FROM dashboard.${view}`);
            rows.set(name satisfies string as DataSetName, found.map(present));
        }
    });
    after(() => world.close());

    const drawn = (selection: Selection = ALL): DashboardSheet[] =>
        definition.Sheets.map((sheet) => drawSheet(definition, sheet, rows, selection));
    const tileOf = (id: string, selection?: Selection) => {
        const tile = drawn(selection)
            .flatMap(({ tiles }) => tiles)
            .find((one) => one.id === id);
        assert.ok(tile);
        return tile;
    };

    it("has a query of its own for each tile", () => {
        const ids = drawn().flatMap(({ tiles }) => tiles.map(({ id }) => id));
        assert.deepEqual(ids.sort(), Object.keys(TILE_QUERIES).sort());
    });

    for (const [id, sql] of Object.entries(TILE_QUERIES)) {
        it(`says in ${id} what the tables of the warehouse say`, async () => {
            const names = tileOf(id).kind === "number" ? "number" : "part, series, number";
            const answer = await world.read<Record<string, unknown>>(`SELECT * FROM (${sql}) AS asked(${names})`);
            assert.ok(answer.length > 0);
            assertSame(
                tileOf(id),
                answer.map((row) => Object.values(row)),
            );
        });
    }

    it("counts only the chosen channel and country", async () => {
        const [[count] = []] = (
            await world.read<Record<string, unknown>>(
                "SELECT COUNT(*) FROM compliance.transactions WHERE verdict = 'alert' AND channel = 'card' AND country = 'IE'",
            )
        ).map((row) => Object.values(row));
        const chosen = { ...ALL, channel: ["card"], country: ["IE"] };
        assert.deepEqual([...numbersOf(tileOf("alerts-total", chosen)).values()], [String(count)]);
    });

    it("counts only the chosen days, both included, where days limit a sheet", () => {
        const day = ago(2).toISOString().slice(0, 10);
        const one = { ...ALL, from: day, to: day };
        const days = new Set([...numbersOf(tileOf("alerts-by-day", one)).keys()].map((part) => part.slice(0, 10)));
        assert.deepEqual([...days], [day]);
        assert.deepEqual(tileOf("scored", one), tileOf("scored"));
    });

    it("says in words that nothing was counted", () => {
        assert.equal(numbersOf(tileOf("euros-at-risk", { ...ALL, channel: ["none"] })).get(""), "no data");
    });

    it("puts the greatest first in bars and tables, and time in its order in lines", () => {
        const bars = tileOf("score-bands");
        assert.ok(bars.kind === "bars");
        const sums = bars.categories.map((_, index) =>
            bars.series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
        );
        assert.deepEqual(
            sums,
            sums.toSorted((one, other) => other - one),
        );
        const lines = tileOf("average-score");
        assert.ok(lines.kind === "lines");
        assert.deepEqual(lines.categories, lines.categories.toSorted());
    });

    it("refuses what it does not know to draw, by name", () => {
        const [sheet] = definition.Sheets;
        const Visuals: Visual[] = [{ PieChartVisual: { VisualId: "fraud-rate", Actions: [] } }];
        const odd = { SheetId: "now", ...sheet, Visuals };
        assert.throws(() => drawSheet(definition, odd, rows, ALL), /PieChartVisual/);
    });
});

function present(row: Record<string, unknown>): Row {
    const kept = Object.entries(row).filter(([, value]) => value !== null);
    return Object.fromEntries(kept.map(([key, value]) => [key, typeof value === "string" ? value : Number(value)]));
}

/** Transactions over channels, countries, currencies, scorers, days and hours, so that each tile has several parts. */
async function fill(world: DashboardWorld): Promise<void> {
    const [channels, countries, currencies] = [
        ["card", "wire", "instant"],
        ["IE", "FR"],
        ["EUR", "JPY", "TND"],
    ];
    for (let index = 0; index < 60; index++) {
        const received_at = ago(1 + (index % 5) * 7);
        const isAlert = index % 4 === 0;
        await world.transaction(`t${index}`, {
            channel: channels[index % 3],
            country: countries[index % 2],
            currency: currencies[index % 3],
            amount_minor: 1_000 + index * 37,
            euro_cents: 1_000 + index * 31,
            occurred_at: ago(2 + (index % 7) * 24),
            received_at,
            scored_at: new Date(received_at.getTime() + index * 173),
            score: (index % 10) / 10 + 0.05,
            verdict: isAlert ? "alert" : "pass",
            scored_by: index % 6 === 0 ? "rules" : "model-1",
        });
        if (isAlert) await world.reason(`t${index}`, index % 8 === 0 ? "large-amount" : "many-receivers");
        if (index % 12 === 0) await world.reason(`t${index}`, "new-receiver");
    }
    for (let index = 0; index < 9; index++) {
        await world.refused(`file#${index}`, index % 3 === 0 ? "invalid-amount" : "missing-field", ago(5 + index * 20));
    }
    await world.run("threshold-reports", "failed", ago(60));
    await world.run("threshold-reports", "finished", ago(30));
    await world.run("suspicious-activity", "running", ago(3));
}
