import { GetObjectCommand, ListBucketsCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import type { Clients } from "../../../local/services/clients.ts";

/** The bucket that the program calls so; the engine adds seven hexadecimal digits. */
export async function bucketOf(clients: Clients, name: string): Promise<string> {
    const { Buckets = [] } = await clients.of(S3Client).send(new ListBucketsCommand({}));
    const found = Buckets.find(({ Name = "" }) => new RegExp(`^${name}-[0-9a-f]{7}$`).test(Name))?.Name;
    if (found === undefined) throw new Error(`The local cloud has no bucket ${name}.`);
    return found;
}

/** Every JSON object below a prefix whose key fits, in the order of the keys. */
export async function jsonObjects(
    clients: Clients,
    Bucket: string,
    Prefix: string,
    fits: RegExp,
): Promise<Record<string, unknown>[]> {
    const s3 = clients.of(S3Client);
    const found: Record<string, unknown>[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix })) {
        for (const { Key = "" } of Contents) {
            if (!fits.test(Key)) continue;
            const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
            found.push(JSON.parse((await Body?.transformToString()) ?? "{}"));
        }
    }
    return found;
}
