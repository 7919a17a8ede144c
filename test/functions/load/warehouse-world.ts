import { setImmediate as soon } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { RedshiftDataClient } from "@aws-sdk/client-redshift-data";
import type { SQSRecord } from "aws-lambda";
import { DataApiWarehouse } from "../../../functions/adapters/data-api.ts";
import { load, type Outcome } from "../../../functions/load/load.ts";
import type { PassedCall } from "../../../local/services/answering.ts";
import { CopyError } from "../../../local/services/redshift-data/copy.ts";
import { dataApi } from "../../../local/services/redshift-data/data-api.ts";
import { Database } from "../../../local/services/redshift-data/database.ts";
import { Statements } from "../../../local/services/redshift-data/statements.ts";
import { TestWarehouse } from "../../analytics/support/redshift.ts";
import { settings } from "./support.ts";

const ROLE = "load-1";

/** What may happen to a call: before it arrives, or to its answer. Throws what the SDK throws. */
export interface Trouble {
    before?(operation: string): void;
    after?(operation: string): void;
}

/** `load` on the local Redshift, as the user of its role, by the Data API; the objects lie in memory. */
export class WarehouseWorld {
    readonly objects = new Map<string, Uint8Array>();
    /** Set by a test. */
    trouble: Trouble = {};
    /** Thrown in place of the next transactions, as by a Redshift that undid them. */
    undone: Error[] = [];
    readonly #warehouse: TestWarehouse;
    readonly #database: Database;
    #call: (call: PassedCall) => Promise<{ body: string | object }>;

    private constructor(warehouse: TestWarehouse) {
        this.#warehouse = warehouse;
        const database = new Database(Promise.resolve(warehouse.database), async (role, address) => {
            const object = this.objects.get(address);
            if (role !== settings.copyRoleArn) throw new CopyError("S3ServiceException:Access Denied,Status 403");
            if (object === undefined) throw new CopyError(`S3ServiceException:NoSuchKey,Status 404,${address}`);
            return object;
        });
        const transaction = database.transaction.bind(database);
        database.transaction = async (...all) => {
            const error = this.undone.shift();
            if (error !== undefined) throw error;
            return transaction(...all);
        };
        this.#database = database;
        this.#call = this.#dataApi();
    }

    /** One that remembers no token. */
    #dataApi() {
        return dataApi({
            statements: new Statements(this.#database),
            workgroup: async () => ({ arn: "arn:workgroup", adminSecretArn: "arn:admin" }),
            mayRole: async () => true,
        });
    }

    static async open(): Promise<WarehouseWorld> {
        const warehouse = await TestWarehouse.migrated();
        await warehouse.database.exec(`CREATE USER "IAMR:${ROLE}"; ALTER GROUP loaders ADD USER "IAMR:${ROLE}"`);
        return new WarehouseWorld(warehouse);
    }

    async clear(): Promise<void> {
        this.objects.clear();
        this.trouble = {};
        this.undone = [];
        this.#call = this.#dataApi();
        const tables = ["transactions", "transaction_reasons", "quarantine", "report_runs", "loads"].map(
            (table) => `compliance.${table}`,
        );
        await this.#warehouse.database.exec(`TRUNCATE ${tables.join(", ")}`);
    }

    close(): Promise<void> {
        return this.#warehouse.close();
    }

    /** Puts an object of records there. */
    put(key: string, lines: readonly object[]): void {
        this.objects.set(`s3://records/${key}`, gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join("")));
    }

    /** Puts an object of refusals or of runs there, as it is written: not packed. */
    putPlain(bucket: "quarantine" | "reports", key: string, lines: readonly object[]): void {
        const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
        this.objects.set(`s3://${bucket}/${key}`, Buffer.from(text));
    }

    read<Row>(sql: string): Promise<Row[]> {
        return this.#warehouse.rows<Row>(sql);
    }

    load(records: readonly SQSRecord[], hasTime: (ms: number) => boolean = () => true): Promise<Outcome> {
        const clock = { hasTime, sleep: () => soon() };
        const target = { workgroupName: "compliance", database: "compliance" };
        const manifests = {
            write: async (key: string, body: string | Uint8Array) => {
                this.objects.set(`s3://manifests/${key}`, Buffer.from(body));
            },
        };
        const warehouse = new DataApiWarehouse(this.#client(), target, clock);
        return load(records, { warehouse, manifests, clock, now: () => new Date() }, settings);
    }

    /** Ids of what is loaded, each with its verdict's reasons. */
    async loaded(): Promise<Record<string, number>> {
        const rows = await this.#warehouse.rows<{ id: string; reasons: number }>(
            `SELECT id, (SELECT count(*) FROM compliance.transaction_reasons WHERE transaction_id = id)::INT AS reasons
             FROM compliance.transactions ORDER BY id`,
        );
        return Object.fromEntries(rows.map(({ id, reasons }) => [id, reasons]));
    }

    /** Objects, rows and new rows of each load that is on record. */
    async loads(): Promise<number[][]> {
        const sql = "SELECT objects, rows_read::INT, rows_merged::INT FROM compliance.loads ORDER BY finished_at";
        return (await this.#warehouse.rows<Record<string, number>>(sql)).map((row) => Object.values(row));
    }

    /** Tables that a load made for itself and that are still there. */
    async leftOver(): Promise<unknown[]> {
        return this.#warehouse.rows("SELECT relname FROM pg_class WHERE relname IN ('arrived', 'stage')");
    }

    #client(): Pick<RedshiftDataClient, "send"> {
        const caller = { arn: `arn:aws:sts::111122223333:assumed-role/${ROLE}/load`, id: "AROA:load" };
        const send = async (command: { constructor: { name: string }; input: object }) => {
            const operation = command.constructor.name.replace(/Command$/, "");
            this.trouble.before?.(operation);
            const body = Buffer.from(JSON.stringify(command.input));
            const answer = await this.#call({ operation, body, caller, method: "POST", path: "/", headers: {} });
            this.trouble.after?.(operation);
            return answer.body;
        };
        return { send } as unknown as Pick<RedshiftDataClient, "send">;
    }
}
