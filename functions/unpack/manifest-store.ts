import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { S3Writer } from "../adapters/objects.ts";
import { statusOf } from "./landing-objects.ts";

/** The manifests bucket: writes one per file, and knows which files have theirs. */
export class ManifestStore extends S3Writer {
    readonly #client: Pick<S3Client, "send">;
    readonly #bucket: string;

    constructor(client: Pick<S3Client, "send">, bucket: string) {
        super(client, bucket);
        this.#client = client;
        this.#bucket = bucket;
    }

    async exists(key: string): Promise<boolean> {
        try {
            const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
            await Body?.transformToString();
            return true;
        } catch (error) {
            // Without s3:ListBucket, which nothing else here needs, S3 says 403 for a key that does not exist.
            const status = statusOf(error);
            if (status === 404 || status === 403) return false;
            throw error;
        }
    }
}
