import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import { S3Writer } from "../../../functions/adapters/objects.ts";
import { judge } from "../../../functions/score/account.ts";
import { type Recorded, writeRecords } from "../../../functions/score/records.ts";
import { readQueries } from "../../../infra/query/read-queries.ts";
import { type Answer, runQuery } from "../../../local/services/run-query.ts";
import { sortKey } from "../../../model/account-features.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { type Running, region } from "../../local/services/support/running-services.ts";
import { thePlatform } from "../../support/infra-parts.ts";
import { created, everything } from "../../support/mocks.ts";

const BUCKETS = ["records", "manifests", "quarantine", "parked", "athena-results"];
const LIVE = /^aws:(glue|athena)\//;

/** The program's own tables, workgroup and queries, in services of one's own. */
export class QueryWorld {
    readonly #running: Running;

    private constructor(running: Running) {
        this.#running = running;
    }

    static async on(running: Running): Promise<QueryWorld> {
        const s3 = running.clients.of(S3Client);
        const CreateBucketConfiguration = { LocationConstraint: region } as const;
        for (const Bucket of BUCKETS) await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
        await thePlatform("local");
        const order = ["catalogDatabase", "catalogTable", "workgroup", "namedQuery"];
        const made = everything().filter(({ type }) => LIVE.test(type));
        for (const kind of order) {
            for (const { type, name, inputs } of made.filter(({ type }) => type.includes(kind))) {
                await create(resource(type, name, { name, ...inputs }), running.clients);
            }
        }
        return new QueryWorld(running);
    }

    writer(bucket: string): S3Writer {
        return new S3Writer(this.#running.clients.of(S3Client), bucket);
    }

    /** Judges one account's transactions by the real rules and writes them with the real writer. */
    async record(history: readonly Transaction[], scoredAt: string, changes: Partial<Recorded> = {}): Promise<void> {
        const sorted = [...history].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
        const judged = judge(sorted, new Set(sorted.map(({ id }) => id)), 0.7);
        const recorded = judged.map((one) => {
            const delivery = { origin: `sqs:${one.transaction.id}`, receivedAt: scoredAt };
            return { ...one, ...delivery, ...changes };
        });
        const outcomes = await writeRecords(recorded, this.writer("records"), scoredAt);
        for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    }

    ask(sql: string, parameters: string[] = []): Promise<Answer> {
        const database = String(created("aws:glue/catalogDatabase:CatalogDatabase", "catalog").name);
        return runQuery(this.#running.clients, { sql, database, workgroup: "reports", parameters });
    }

    /** The rows of a saved query, each by its columns' names. */
    async run(name: string, ...parameters: string[]): Promise<Record<string, string | null>[]> {
        const query = readQueries().find((one) => one.name === name);
        if (query === undefined) throw new Error(`no saved query is called ${name}`);
        const { columns, rows } = await this.ask(query.sql, parameters);
        return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
    }
}
