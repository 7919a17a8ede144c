import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Content, Landing } from "./ports.ts";

/** A file may take minutes; a connection on which nothing moves for one is dead. */
export function transferClient(options: Partial<ConstructorParameters<typeof S3Client>[0]> = {}): S3Client {
    return new S3Client({
        requestHandler: { connectionTimeout: 2_000, socketTimeout: 60_000 },
        // The bytes pass through once, so nothing can be computed over them before they are sent.
        requestChecksumCalculation: "WHEN_REQUIRED",
        ...options,
    });
}

export class S3Landing implements Landing {
    readonly #client: Pick<S3Client, "send">;
    readonly #bucket: string;

    constructor(client: Pick<S3Client, "send">, bucket: string) {
        this.#client = client;
        this.#bucket = bucket;
    }

    async land(key: string, { body, bytes }: Content): Promise<void> {
        const abort = new AbortController();
        let broken: Error | undefined;
        // Nothing else would tell the upload that its source broke off.
        body.once("error", (error) => {
            broken = error;
            abort.abort();
        });
        const put = new PutObjectCommand({
            Bucket: this.#bucket,
            Key: key,
            Body: body,
            ContentLength: bytes,
            IfNoneMatch: "*",
        });
        try {
            await this.#client.send(put, { abortSignal: abort.signal });
        } catch (error) {
            if (!(error instanceof Error && error.name === "PreconditionFailed")) throw broken ?? error;
        } finally {
            body.destroy();
        }
    }
}
