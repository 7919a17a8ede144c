import assert from "node:assert/strict";
import { DATA_SET_NAMES, shapeOf } from "../../../analytics/dashboard/data-sets.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";
import { ago, DashboardWorld, dayOf } from "../support/dashboard-world.ts";

/** What PostgreSQL calls the types that QuickSight reads from Redshift. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
    DATETIME: ["timestamp without time zone"],
    DECIMAL: ["double precision"],
    INTEGER: ["integer", "bigint"],
    STRING: ["text", "character", "character varying"],
};

describe("the views behind the dashboard", () => {
    let world: DashboardWorld;
    before(async () => {
        world = await DashboardWorld.open();
    });
    beforeEach(() => world.clear());
    after(() => world.close());

    for (const name of DATA_SET_NAMES) {
        const { view, columns } = shapeOf(name);

        it(`${view} has just the columns of the data set "${name}", and no row when there is nothing`, async () => {
            const sql = `SELECT column_name, data_type FROM information_schema.columns
                WHERE table_schema = 'dashboard' AND table_name = '${view}'`;
            const found = await world.read<{ column_name: string; data_type: string }>(sql);
            assert.deepEqual(found.map(({ column_name }) => column_name).sort(), Object.keys(columns).sort());
            for (const { column_name, data_type } of found) {
                const wanted = columns[column_name] ?? "";
                assert.ok(TYPES[wanted]?.includes(data_type), `${column_name} is ${data_type}, not ${wanted}`);
            }
            assert.deepEqual(await world.read(`SELECT * FROM dashboard.${view}`), []);
        });
    }

    it("give the fraud rate as flagged of scored among what arrived within 24 hours, however late it is", async () => {
        await world.transaction("1", { verdict: "alert" });
        await world.transaction("2");
        await world.transaction("3");
        await world.transaction("late", { occurred_at: ago(2400), received_at: ago(23.9) });
        await world.transaction("gone", { verdict: "alert", received_at: ago(24.1) });
        await world.transaction("unknown", { verdict: "alert", received_at: null });
        const sql = "SELECT AVG(flagged) AS rate, COUNT(scored_at)::INT AS scored FROM dashboard.live_transactions";
        assert.deepEqual(await world.read(sql), [{ rate: 0.25, scored: 4 }]);
    });

    it("count the seconds from receipt to verdict, parts of them too", async () => {
        const received_at = ago(1);
        for (const [id, milliseconds] of Object.entries({ a: 250, b: 1500, c: 90_000 })) {
            await world.transaction(id, { received_at, scored_at: new Date(received_at.getTime() + milliseconds) });
        }
        const sql = "SELECT delay_seconds AS seconds FROM dashboard.live_transactions ORDER BY 1";
        assert.deepEqual(await world.read(sql), [{ seconds: 0.25 }, { seconds: 1.5 }, { seconds: 90 }]);
    });

    it("count an alert once under each of its rules, by the day on which it occurred", async () => {
        const alert = { verdict: "alert", occurred_at: ago(72), channel: "card" };
        await world.transaction("1", alert);
        // Redshift enforces no key: a row that is there twice counts once.
        for (const code of ["structuring", "structuring", "night"]) await world.reason("1", code);
        await world.transaction("2", alert);
        await world.reason("2", "night");
        await world.transaction("by model", { ...alert, channel: "wire", scored_by: "model-3" });
        await world.transaction("fine", { occurred_at: ago(72) });
        await world.reason("fine", "night");
        const sql = "SELECT day::TEXT, rule, channel, alerts::INT FROM dashboard.alerts_by_rule ORDER BY rule";
        const day = dayOf(alert.occurred_at);
        assert.deepEqual(await world.read(sql), [
            { day, rule: "night", channel: "card", alerts: 2 },
            { day, rule: "no rule", channel: "wire", alerts: 1 },
            { day, rule: "structuring", channel: "card", alerts: 1 },
        ]);
    });

    it("sum up amounts at risk in each currency's own units, and in euros", async () => {
        const alert = { verdict: "alert" };
        await world.transaction("1", { ...alert, amount_minor: 150_050, euro_cents: 150_050 });
        await world.transaction("2", { ...alert, amount_minor: 50, euro_cents: 50 });
        await world.transaction("yen", { ...alert, currency: "JPY", amount_minor: 500, euro_cents: 305 });
        await world.transaction("dinar", { ...alert, currency: "KWD", amount_minor: 1500, euro_cents: 450 });
        await world.transaction("fine", { amount_minor: 9_999_999 });
        const sql = "SELECT currency, alerts::INT, amount, euros FROM dashboard.amounts_at_risk ORDER BY currency";
        assert.deepEqual(await world.read(sql), [
            { currency: "EUR", alerts: 2, amount: 1501, euros: 1501 },
            { currency: "JPY", alerts: 1, amount: 500, euros: 3.05 },
            { currency: "KWD", alerts: 1, amount: 1.5, euros: 4.5 },
        ]);
    });

    it("know the decimals of every currency", async () => {
        for (const [currency, decimals] of MINOR_UNITS) {
            await world.transaction(currency, { verdict: "alert", currency, amount_minor: 10 ** decimals });
        }
        const count = (condition: string) =>
            world.read(`SELECT COUNT(*)::INT AS count FROM dashboard.amounts_at_risk WHERE ${condition}`);
        assert.deepEqual(await count("amount = 1"), [{ count: MINOR_UNITS.size }]);
    });

    it("count what was refused by reason, each delivery once", async () => {
        await world.refused("a", "invalid-amount");
        await world.refused("a", "invalid-amount");
        await world.refused("b", "invalid-amount");
        await world.refused("c", "conflict");
        const sql = "SELECT reason, channel, country, refusals::INT FROM dashboard.refusals ORDER BY reason";
        const nobodys = { channel: "all", country: "all" };
        assert.deepEqual(await world.read(sql), [
            { reason: "conflict", ...nobodys, refusals: 1 },
            { reason: "invalid-amount", ...nobodys, refusals: 2 },
        ]);
    });

    it("let averages of scores be right over any selection, and put each score into one band", async () => {
        for (const [index, score] of [0, 0.19, 0.2, 0.4, 0.6, 0.8, 1].entries()) {
            await world.transaction(String(index), { score, verdict: score >= 0.7 ? "alert" : "pass" });
        }
        await world.transaction("other", { score: 0.5, scored_by: "model-3" });
        const bands = `SELECT band, SUM(transactions)::INT AS count, SUM(alerts)::INT AS alerts FROM dashboard.scores
            WHERE scored_by = 'rules' GROUP BY band ORDER BY band`;
        assert.deepEqual(await world.read(bands), [
            { band: "0.0 to 0.2", count: 2, alerts: 0 },
            { band: "0.2 to 0.4", count: 1, alerts: 0 },
            { band: "0.4 to 0.6", count: 1, alerts: 0 },
            { band: "0.6 to 0.8", count: 1, alerts: 0 },
            { band: "0.8 to 1.0", count: 2, alerts: 2 },
        ]);
        const average =
            "SELECT ROUND((SUM(score_sum) / SUM(transactions))::NUMERIC, 4)::FLOAT AS one FROM dashboard.scores";
        assert.deepEqual(await world.read(average), [{ one: 0.4613 }]);
    });

    it("hold a report open until its last run for the period is finished", async () => {
        await world.run("structuring", "failed", ago(5));
        await world.run("structuring", "finished", ago(4));
        await world.run("threshold-reports", "finished", ago(5));
        await world.run("threshold-reports", "failed", ago(4));
        await world.run("alert-ageing", "running", ago(1));
        const sql = "SELECT name, period, status, not_finished FROM dashboard.report_status ORDER BY name, started_at";
        const period = "2026-10-01 to 2026-10-31";
        assert.deepEqual(await world.read(sql), [
            { name: "alert-ageing", period, status: "running", not_finished: 1 },
            { name: "structuring", period, status: "failed", not_finished: 0 },
            { name: "structuring", period, status: "finished", not_finished: 0 },
            { name: "threshold-reports", period, status: "finished", not_finished: 0 },
            { name: "threshold-reports", period, status: "failed", not_finished: 1 },
        ]);
    });

    it("reach back 400 days, so that what is copied does not grow without end", async () => {
        const old = ago(401 * 24);
        await world.transaction("1", { verdict: "alert", occurred_at: old, received_at: old });
        await world.refused("a", "conflict", old);
        await world.run("structuring", "failed", old);
        for (const name of DATA_SET_NAMES) {
            assert.deepEqual(await world.read(`SELECT * FROM dashboard.${shapeOf(name).view}`), [], name);
        }
    });
});
