import { gunzipSync } from "node:zlib";
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";

/** Objects fetched at the same time. */
const PARALLEL = 8;

/** Reads the objects of a bucket that were not there, or not the same, at its last look. */
export class BucketReader {
    private readonly seen = new Map<string, string>();
    private readonly s3: S3Client;
    private readonly bucket: string;
    private readonly prefix: string;
    private readonly except: string | undefined;

    /** `prefix`: only keys that begin so; `except`: none that begin so. */
    constructor(s3: S3Client, bucket: string, { prefix = "", except }: { prefix?: string; except?: string } = {}) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.except = except;
    }

    async changed(): Promise<string[]> {
        const keys: string[] = [];
        const pages = paginateListObjectsV2({ client: this.s3 }, { Bucket: this.bucket, Prefix: this.prefix });
        for await (const { Contents = [] } of pages) {
            for (const { Key, ETag = "" } of Contents) {
                if (!Key || this.seen.get(Key) === ETag) continue;
                if (this.except && Key.startsWith(this.except)) continue;
                this.seen.set(Key, ETag);
                keys.push(Key);
            }
        }
        const texts: string[] = [];
        for (let at = 0; at < keys.length; at += PARALLEL) {
            texts.push(...(await Promise.all(keys.slice(at, at + PARALLEL).map((key) => this.text(key)))));
        }
        return texts;
    }

    private async text(key: string): Promise<string> {
        const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
        const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
        return (key.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    }
}
