import { TestWarehouse } from "./redshift.ts";

const HOUR = 3_600_000;

type Row = Record<string, unknown>;

export const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
export const dayOf = (time: Date) => `${time.toISOString().slice(0, 10)} 00:00:00`;

/** A warehouse without keys, as Redshift enforces none, and rows to put into it. */
export class DashboardWorld {
    readonly #warehouse: TestWarehouse;

    private constructor(warehouse: TestWarehouse) {
        this.#warehouse = warehouse;
    }

    static async open(): Promise<DashboardWorld> {
        const warehouse = await TestWarehouse.migrated();
        for (const table of ["transaction_reasons", "quarantine"]) {
            await warehouse.database.exec(`ALTER TABLE compliance.${table} DROP CONSTRAINT ${table}_pkey`);
        }
        return new DashboardWorld(warehouse);
    }

    async clear(): Promise<void> {
        const tables = ["transactions", "transaction_reasons", "quarantine", "report_runs"];
        await this.#warehouse.database.exec(`TRUNCATE ${tables.map((table) => `compliance.${table}`).join(", ")}`);
    }

    read<One = Row>(sql: string): Promise<One[]> {
        return this.#warehouse.rows<One>(sql);
    }

    close(): Promise<void> {
        return this.#warehouse.close();
    }

    /** A wire of 10 EUR that arrived an hour ago, scored two seconds later by the rules, and passed. */
    transaction(id: string, changes: Row = {}): Promise<void> {
        const received_at = ago(1);
        return this.#insert("transactions", {
            id,
            source: "core-banking",
            account_id: "A1",
            counterparty_id: "B1",
            amount_minor: 1000,
            currency: "EUR",
            euro_cents: 1000,
            occurred_at: ago(2),
            channel: "wire",
            country: "IE",
            score: 0.1,
            verdict: "pass",
            scored_by: "rules",
            revision: 0,
            received_at,
            scored_at: new Date(received_at.getTime() + 2000),
            origin: `sqs:${id}`,
            ...changes,
        });
    }

    reason(transaction_id: string, code: string): Promise<void> {
        return this.#insert("transaction_reasons", { transaction_id, code, text: "why", points: 10 });
    }

    refused(origin: string, reason: string, refused_at = ago(30)): Promise<void> {
        return this.#insert("quarantine", { origin, source: "card-network", reason, refused_at });
    }

    run(name: string, status: string, started_at: Date): Promise<void> {
        return this.#insert("report_runs", {
            run_id: `${name}-${started_at.getTime()}`,
            name,
            status,
            period_from: "2026-10-01",
            period_to: "2026-10-31",
            rows_reported: status === "finished" ? 7 : null,
            started_at,
        });
    }

    async #insert(table: string, row: Row): Promise<void> {
        const marks = Object.keys(row).map((_, index) => `$${index + 1}`);
        const values = Object.values(row).map((one) => (one instanceof Date ? one.toISOString().slice(0, -1) : one));
        await this.#warehouse.database.query(
            `INSERT INTO compliance.${table} (${Object.keys(row).join(", ")}) VALUES (${marks.join(", ")})`,
            values,
        );
    }
}
