import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import { markOf } from "../../../functions/reconcile/tally.ts";
import { judge } from "../../../functions/score/account.ts";
import { writeRecords } from "../../../functions/score/records.ts";
import { later, transaction } from "../../functions/support/transactions.ts";
import { TestWarehouse, WAREHOUSE } from "../support/redshift.ts";

const LOAD = readFileSync(path.join(WAREHOUSE, "load-transactions.sql"), "utf8");

type Line = Record<string, unknown>;

/** The lines that `score` writes when it judges these transactions together. */
async function recorded(history: Transaction[]): Promise<Line[]> {
    const lines: Line[] = [];
    const records = {
        async write(_: string, body: string | Uint8Array) {
            const text = gunzipSync(Buffer.from(body)).toString().trim();
            lines.push(...text.split("\n").map((line) => JSON.parse(line) as Line));
        },
    };
    const judged = judge(history, new Set(history.map(({ id }) => id)), 0.7);
    await writeRecords(
        judged.map((one) => ({ ...one, origin: `sqs:${one.transaction.id}`, receivedAt: "2026-10-08T09:59:58.500Z" })),
        records,
        "2026-10-08T10:00:00.000Z",
    );
    return lines;
}

/** What the function fills in. */
function filledIn(load: string): string {
    const values: Record<string, string> = {
        manifest: "s3://manifests/loads/1.json",
        role: "arn:aws:iam::123456789012:role/copy",
        load,
        objects: '["transactions/date=2026-10-08/1.ndjson.gz"]',
        count: "1",
        started: "2026-10-08 10:00:00",
    };
    const text = (value = "") => `'${value.replaceAll("'", "''")}'`;
    return LOAD.replaceAll(/(?<!:):([a-z]+)\b/g, (_, name: string) => text(values[name]));
}

describe("a load of transactions", () => {
    let warehouse: TestWarehouse;
    before(async () => {
        warehouse = await TestWarehouse.migrated();
    });
    beforeEach(() =>
        warehouse.database.exec("TRUNCATE compliance.transactions, compliance.transaction_reasons, compliance.loads"),
    );
    after(() => warehouse.close());

    /** Stands for COPY: a member goes to the column of its name, whatever the case. */
    async function load(lines: Line[], id: string): Promise<void> {
        await warehouse.run(filledIn(id), async (statement) => {
            if (!statement.startsWith("COPY arrived FROM 's3://")) return false;
            const rows = lines.map((line) =>
                Object.fromEntries(Object.entries(line).map(([name, value]) => [name.toLowerCase(), value])),
            );
            await warehouse.database.query(
                "INSERT INTO arrived SELECT * FROM jsonb_populate_recordset(NULL::arrived, $1::JSONB)",
                [JSON.stringify(rows)],
            );
            return true;
        });
    }

    const loads = () =>
        warehouse.rows<Line>("SELECT rows_read::INT, rows_merged::INT, status FROM compliance.loads ORDER BY load_id");

    const large = { ...transaction(), amountMinor: 1_500_000, channel: "cash" as const };

    it("keeps each transaction with its verdict, worth and reasons", async () => {
        const [line] = await recorded([large]);
        assert.ok(line);
        await load([line], "1");

        assert.deepEqual(
            await warehouse.rows(
                "SELECT id, euro_cents::INT, score::TEXT, verdict, occurred_at::TEXT, received_at::TEXT FROM compliance.transactions",
            ),
            [
                {
                    id: large.id,
                    euro_cents: (line.features as Line).euroCents,
                    score: Number(line.score).toFixed(2),
                    verdict: line.verdict,
                    occurred_at: large.occurredAt.replace("T", " ").replace(/\.?0*Z$/, ""),
                    received_at: "2026-10-08 09:59:58.5",
                },
            ],
        );
        const reasons = line.reasons as Line[];
        assert.ok(reasons.length > 0);
        assert.deepEqual(
            await warehouse.rows("SELECT code, text, points FROM compliance.transaction_reasons ORDER BY points DESC"),
            reasons,
        );
        assert.deepEqual(await loads(), [{ rows_read: 1, rows_merged: 1, status: "loaded" }]);
    });

    it("keeps the greatest revision, in whatever order they come", async () => {
        const [older] = await recorded([large]);
        assert.ok(older);
        const newer = { ...older, revision: 3, score: 0.9, verdict: "alert", reasons: [] };
        for (const order of [
            [[older], [newer]],
            [[newer], [older]],
            [[older, newer], []],
        ]) {
            await warehouse.database.exec(
                "TRUNCATE compliance.transactions, compliance.transaction_reasons, compliance.loads",
            );
            for (const [index, lines] of order.entries()) await load(lines, String(index));
            assert.deepEqual(
                await warehouse.rows("SELECT revision, score::TEXT, verdict FROM compliance.transactions"),
                [{ revision: 3, score: "0.90", verdict: "alert" }],
            );
            assert.deepEqual(await warehouse.rows("SELECT code FROM compliance.transaction_reasons"), []);
        }
    });

    it("changes nothing when the same objects come again", async () => {
        const lines = await recorded([large, { ...large, id: "live:2", occurredAt: later(60_000) }]);
        await load(lines, "1");
        const rows = await warehouse.rows("SELECT * FROM compliance.transactions ORDER BY id");
        await load(lines, "2");
        assert.deepEqual(await warehouse.rows("SELECT * FROM compliance.transactions ORDER BY id"), rows);
        assert.deepEqual(await loads(), [
            { rows_read: 2, rows_merged: 2, status: "loaded" },
            { rows_read: 2, rows_merged: 0, status: "loaded" },
        ]);
    });

    it("is counted by source and hour of arrival, whatever was loaded again", async () => {
        const lines = await recorded([large, { ...large, id: "live:2", occurredAt: later(60_000) }]);
        await load(lines, "1");
        await load(lines, "2");
        const late = lines.map((line) => ({ ...line, id: `${line.id}-late`, receivedAt: "2026-10-08T10:00:00.000Z" }));
        await load(late, "3");
        const sql = readFileSync(path.join(WAREHOUSE, "loaded-by-hour.sql"), "utf8").replace(/;\s*$/, "");
        const between = (since: string, before: string) =>
            warehouse.rows<Line>(sql.replace(":since", `'${since}'`).replace(":before", `'${before}'`));
        const { source } = large;
        const mark = (...ids: string[]) => ids.reduce((sum, id) => (sum + markOf(id)) % 2 ** 32, 0);
        const ids = lines.map(({ id }) => String(id));
        assert.deepEqual(await between("2026-10-08 09:00:00", "2026-10-08 11:00:00"), [
            { source, hour: "2026-10-08 09", transactions: 2, mark: mark(...ids) },
            { source, hour: "2026-10-08 10", transactions: 2, mark: mark(...ids.map((id) => `${id}-late`)) },
        ]);
        assert.deepEqual(await between("2026-10-08 10:00:01", "2026-10-08 11:00:00"), []);
    });

    it("leaves nothing behind when a row does not fit", async () => {
        const [line] = await recorded([large]);
        await assert.rejects(load([{ ...line, country: null }], "1"));
        assert.deepEqual(await warehouse.rows("SELECT id FROM compliance.transactions"), []);
        assert.deepEqual(await loads(), []);
    });
});
