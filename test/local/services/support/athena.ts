import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { create, resource } from "./resources.ts";
import type { Running } from "./running-services.ts";
import { region } from "./running-services.ts";

export interface Asked {
    /** Unique among the tests that share the services. */
    name: string;
    /** Athena's name and type of each column. */
    columns: Record<string, string>;
    /** Text of each object, by its key. */
    objects: Record<string, string | Uint8Array>;
    partitionKeys?: string[];
}

/** A bucket, and a database, table and workgroup of the same name. */
export async function makeTable({ clients }: Running, { name, columns, objects, partitionKeys = [] }: Asked) {
    const s3 = clients.of(S3Client);
    const CreateBucketConfiguration = { LocationConstraint: region } as const;
    await s3.send(new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration }));
    for (const [Key, Body] of Object.entries(objects)) {
        await s3.send(new PutObjectCommand({ Bucket: name, Key: `data/${Key}`, Body }));
    }
    await create(resource("aws:glue/catalogDatabase:CatalogDatabase", name, { name }), clients);
    const table = resource("aws:glue/catalogTable:CatalogTable", name, {
        name: "things",
        databaseName: name,
        tableType: "EXTERNAL_TABLE",
        partitionKeys: partitionKeys.map((key) => ({ name: key, type: "string" })),
        storageDescriptor: {
            location: `s3://${name}/data/`,
            columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
            serDeInfo: { serializationLibrary: "org.openx.data.jsonserde.JsonSerDe" },
        },
    });
    await create(table, clients);
    const workgroup = resource("aws:athena/workgroup:Workgroup", name, {
        name,
        configuration: { resultConfiguration: { outputLocation: `s3://${name}/results` } },
    });
    await create(workgroup, clients);
    return { table, workgroup };
}
