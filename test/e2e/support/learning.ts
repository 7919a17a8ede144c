import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { RedshiftDataClient } from "@aws-sdk/client-redshift-data";
import { S3Client } from "@aws-sdk/client-s3";
import { DataApiWarehouse } from "../../../functions/adapters/data-api.ts";
import { DynamoDecisions } from "../../../functions/adapters/decisions.ts";
import { S3Names } from "../../../functions/adapters/object-names.ts";
import { S3Reader } from "../../../functions/adapters/object-reader.ts";
import { DynamoScoreLedger } from "../../../functions/adapters/score-ledger.ts";
import { gather } from "../../../functions/train/gather.ts";
import type { Clients } from "../../../local/services/clients.ts";
import type { PlatformOutputs } from "../../../operations/start/platform-outputs.ts";
import type { Kept } from "./everything.ts";

/** Of no days, so that only what was decided is gathered. */
const SETTINGS = { windowDays: 0, maturityDays: 1, rowsAtMost: 1, fraudAtLeast: 1, newDecisions: 1, oldestDays: 1 };

/** How many cases of fraud the next training set has of this transaction, by the code of `functions/train`. */
export async function fraudToLearnFrom(clients: Clients, outputs: PlatformOutputs, id: string): Promise<number> {
    const dynamodb = clients.of(DynamoDBClient);
    const { ledgerTable, recordsBucket } = outputs;
    const decisions = await new DynamoDecisions(dynamodb, ledgerTable).of(new Date().toISOString().slice(0, 10));
    const [reader, names] = [
        new S3Reader(clients.of(S3Client), recordsBucket),
        new S3Names(clients.of(S3Client), recordsBucket),
    ];
    const ports = {
        records: { read: (key: string) => reader.read(key), first: (prefix: string) => names.first(prefix) },
        model: { read: async () => undefined, write: async () => undefined },
        decisions: new DynamoDecisions(dynamodb, ledgerTable),
        ledger: new DynamoScoreLedger(dynamodb, ledgerTable),
        remainingMs: () => Number.POSITIVE_INFINITY,
    };
    const ours = new Map(decisions.flatMap((one) => (one.id === id ? [[id, one]] : [])));
    const { data } = await gather(ours, ports, SETTINGS, new Date().toISOString());
    return Object.values(data.counts).reduce((sum, { fraud }) => sum + fraud, 0);
}

/** How many transactions and alerts the warehouse has, asked for in other words than the console's. */
export async function inWarehouse(clients: Clients, workgroupName: string): Promise<[number, number]> {
    const count = async (where: string) => {
        const sql = `SELECT COUNT(*) FROM compliance.transactions ${where}`;
        const [[found] = []] = await askWarehouse(clients, workgroupName, sql);
        return Number(found);
    };
    return [await count(""), await count("WHERE verdict = 'alert'")];
}

/** Every row of every table of the warehouse. */
export async function tableRows(clients: Clients, workgroupName: string): Promise<Kept[]> {
    const tables = ["transactions", "transaction_reasons", "quarantine", "report_runs", "loads"];
    const rows = tables.map(async (table) => {
        const found = await askWarehouse(clients, workgroupName, `SELECT * FROM compliance.${table}`);
        return found.map((row) => ({ place: `warehouse ${table}`, text: JSON.stringify(row) }));
    });
    return (await Promise.all(rows)).flat();
}

/** The answer of the warehouse, row by row. */
export function askWarehouse(clients: Clients, workgroupName: string, sql: string) {
    const clock = { hasTime: () => true, sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) };
    const target = { workgroupName, database: "compliance" };
    return new DataApiWarehouse(clients.of(RedshiftDataClient), target, clock).rows("a question", sql);
}
