import { GetObjectCommand, NoSuchKey, type S3Client } from "@aws-sdk/client-s3";

/** Reads whole objects of one bucket. */
export interface ObjectReader {
    /** The object's bytes; undefined when there is none of this name. */
    read(key: string): Promise<Uint8Array | undefined>;
}

export class S3Reader implements ObjectReader {
    readonly #client: Pick<S3Client, "send">;
    readonly #bucket: string;

    constructor(client: Pick<S3Client, "send">, bucket: string) {
        this.#client = client;
        this.#bucket = bucket;
    }

    async read(key: string): Promise<Uint8Array | undefined> {
        try {
            const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
            return await Body?.transformToByteArray();
        } catch (error) {
            if (error instanceof NoSuchKey) return undefined;
            throw error;
        }
    }
}
