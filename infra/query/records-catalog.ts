import { CatalogDatabase } from "@pulumi/aws/glue/catalogDatabase.js";
import { CatalogTable } from "@pulumi/aws/glue/catalogTable.js";
import { ComponentResource, type ComponentResourceOptions, interpolate, type Output } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformStorage } from "../storage/platform-storage.ts";
import { projectionByDate } from "./projection.ts";
import { TABLES, type TableName, type TableShape } from "./tables.ts";

export interface RecordsCatalogArgs {
    /** Name of the environment; part of the database's name, since an account has one name space for them. */
    environment: string;
    /** Where what the tables describe lies. */
    storage: PlatformStorage;
    /** AWS account that owns the catalog, 12 digits. */
    accountId: string;
    /** Region of the catalog. */
    region: string;
}

/** What Athena must know to read the records, the manifests, the quarantine and what was parked as tables. */
export class RecordsCatalog extends ComponentResource {
    /** The database; queries name its tables without it. */
    readonly database: CatalogDatabase;
    private readonly args: RecordsCatalogArgs;

    constructor(name: string, args: RecordsCatalogArgs, opts?: ComponentResourceOptions) {
        super("compliance:query:RecordsCatalog", name, {}, opts);
        this.args = args;
        const { environment, storage } = args;

        this.database = new CatalogDatabase(
            name,
            {
                // People write it in queries, and a dash would need quotes there.
                name: `compliance_${environment.replaceAll("-", "_")}`,
                description: "Transactions with their verdicts, and what became of everything that came in",
            },
            { parent: this },
        );
        const buckets = bucketsOf(storage);
        for (const [table, shape] of Object.entries(TABLES) as [TableName, TableShape][]) {
            this.add(table, shape, interpolate`s3://${buckets[table].bucket.bucket}/${shape.prefix}`);
        }
        this.registerOutputs({ database: this.database.name });
    }

    /** For a role that queries the tables: it reads the catalog and, as Athena does on its behalf, the data. */
    grantQuery(): Grant[] {
        const { accountId, region, storage } = this.args;
        const glue = `arn:aws:glue:${region}:${accountId}`;
        const tables = Object.keys(TABLES).map((table) => interpolate`${glue}:table/${this.database.name}/${table}`);
        const read = ["glue:GetDatabase", "glue:GetTable"];
        return [
            { Effect: "Allow", Action: read, Resource: `${glue}:catalog` },
            { Effect: "Allow", Action: read, Resource: interpolate`${glue}:database/${this.database.name}` },
            ...tables.map((Resource): Grant => ({ Effect: "Allow", Action: ["glue:GetTable"], Resource })),
            ...Object.values(bucketsOf(storage)).flatMap((store): Grant[] => [
                ...store.grantScan(),
                // Athena asks in which region the bucket is; nobody else does.
                { Effect: "Allow", Action: ["s3:GetBucketLocation"], Resource: store.bucket.arn },
            ]),
        ];
    }

    private add(table: string, { description, columns, byDate }: TableShape, location: Output<string>): void {
        new CatalogTable(
            table,
            {
                name: table,
                databaseName: this.database.name,
                description,
                tableType: "EXTERNAL_TABLE",
                parameters: {
                    EXTERNAL: "TRUE",
                    classification: "json",
                    ...(byDate && projectionByDate(location)),
                },
                ...(byDate && { partitionKeys: [{ name: "date", type: "string" }] }),
                storageDescriptor: {
                    location,
                    inputFormat: "org.apache.hadoop.mapred.TextInputFormat",
                    outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
                    serDeInfo: {
                        serializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
                        // A line that is no JSON must stop the query: a regulator's report may leave nothing out.
                        parameters: { "case.insensitive": "TRUE", "ignore.malformed.json": "FALSE" },
                    },
                    columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
                },
            },
            { parent: this },
        );
    }
}

function bucketsOf({ records, manifests, quarantine, parked }: PlatformStorage) {
    return { transactions: records, manifests, quarantine, parked };
}
