import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";

/** Names of objects below a prefix. */
export interface Names {
    /** The first 1,000, in order. */
    keys: string[];
    /** Whether there are no more. */
    complete: boolean;
}

export interface ObjectNames {
    first(prefix: string): Promise<Names>;
}

export class S3Names implements ObjectNames {
    readonly #client: Pick<S3Client, "send">;
    readonly #bucket: string;

    constructor(client: Pick<S3Client, "send">, bucket: string) {
        this.#client = client;
        this.#bucket = bucket;
    }

    async first(prefix: string): Promise<Names> {
        const page = await this.#client.send(new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: prefix }));
        return {
            keys: (page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])),
            complete: page.IsTruncated !== true,
        };
    }
}
