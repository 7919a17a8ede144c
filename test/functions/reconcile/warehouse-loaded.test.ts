import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { statementsOf } from "../../../functions/adapters/statements.ts";
import type { Warehouse } from "../../../functions/adapters/warehouse.ts";
import { markOf } from "../../../functions/reconcile/tally.ts";
import { WarehouseLoaded } from "../../../functions/reconcile/warehouse-loaded.ts";
import { TestWarehouse, WAREHOUSE } from "../../analytics/support/redshift.ts";

const statement = (name: string) => statementsOf(readFileSync(path.join(WAREHOUSE, `${name}.sql`), "utf8"))[0] ?? "";
const SQL = { byHour: statement("loaded-by-hour"), ids: statement("loaded-ids") };

describe("what is loaded, as the warehouse says", () => {
    let test: TestWarehouse;
    let loaded: WarehouseLoaded;
    const asked: string[] = [];

    before(async () => {
        test = await TestWarehouse.migrated();
        const warehouse: Warehouse = {
            run: () => Promise.reject(new Error("nothing is changed")),
            async rows(what, sql) {
                asked.push(what);
                const rows = await test.rows<Record<string, string | number>>(sql);
                return rows.map((row) => Object.values(row));
            },
        };
        loaded = new WarehouseLoaded(warehouse, SQL);
        const rows = [
            ["a", "core-banking", "2026-03-02 10:00:00"],
            ["b", "core-banking", "2026-03-02 10:59:59.999"],
            ["c", "card-network", "2026-03-02 10:30:00"],
            ["d", "core-banking", "2026-03-02 11:00:00"],
            ["e", "core-banking", "2026-03-02 09:59:59.999"],
        ];
        for (const [id, source, at] of rows) {
            await test.database.query(
                `INSERT INTO compliance.transactions (id, source, account_id, counterparty_id, amount_minor, currency, euro_cents,
                    occurred_at, channel, country, score, verdict, scored_by, revision, received_at, scored_at, origin)
                 VALUES ($1, $2, 'A', 'B', 1, 'EUR', 1, $3, 'wire', 'IE', 0, 'pass', 'rules', 0, $3, $3, $1)`,
                [id, source, at],
            );
        }
    });

    after(() => test.close());

    it("is counted by hour and source, with a mark of which they are", async () => {
        const mark = (...ids: string[]) => ids.reduce((sum, id) => (sum + markOf(id)) % 2 ** 32, 0);
        assert.deepEqual(
            await loaded.tallies("2026-03-02T10", "2026-03-02T11"),
            new Map([
                [
                    "2026-03-02T10",
                    new Map([
                        ["card-network", { count: 1, mark: mark("c") }],
                        ["core-banking", { count: 2, mark: mark("a", "b") }],
                    ]),
                ],
                ["2026-03-02T11", new Map([["core-banking", { count: 1, mark: mark("d") }]])],
            ]),
        );
        assert.deepEqual(asked, ["counting what is loaded"]);
    });

    it("is named for one hour and source, whose first moment counts and whose end does not", async () => {
        assert.deepEqual((await loaded.ids("2026-03-02T10", "core-banking")).sort(), ["a", "b"]);
        assert.deepEqual(await loaded.ids("2026-03-02T08", "core-banking"), []);
    });

    it("is not asked for a source that is no name", async () => {
        await assert.rejects(loaded.ids("2026-03-02T10", "x' OR '1'='1"), {
            name: "LoadedError",
            message: "the ledger has a source that is no name",
        });
    });

    for (const row of [
        ["core-banking", "2026-03-02 10", "many", 1],
        ["core-banking", "2026-03-02 10", 1, undefined],
        ["core-banking", "yesterday", 1, 1],
    ]) {
        it(`is not believed as ${JSON.stringify(row)}`, async () => {
            const odd = new WarehouseLoaded({ run: async () => {}, rows: async () => [row] }, SQL);
            await assert.rejects(odd.tallies("2026-03-02T10", "2026-03-02T10"), { name: "LoadedError" });
        });
    }
});
