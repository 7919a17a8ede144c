import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { refuseCardNumbers } from "./card-guard.ts";
import { clientOptions, limits } from "./client-options.ts";

/** Writes whole objects into one bucket. The same key again replaces the object, so a retry does no harm. */
export interface ObjectWriter {
    write(key: string, body: string | Uint8Array, contentType: ContentType): Promise<void>;
}

export type ContentType = "application/json" | "application/x-ndjson" | "application/gzip" | "text/csv";

export function s3Client(): S3Client {
    return new S3Client(clientOptions);
}

/** For files of many megabytes. */
export function patientS3Client(): S3Client {
    return new S3Client({ ...clientOptions, requestHandler: limits({ answerMs: 60_000 }) });
}

/** For reads that a transaction can do without: they give up after a few seconds. */
export function impatientS3Client(): S3Client {
    const requestHandler = limits({ connectionMs: 1_000, answerMs: 1_500 });
    return new S3Client({ ...clientOptions, maxAttempts: 2, requestHandler });
}

/** Cells of a table that are no figures: of these some look like a card number. */
const WORDS = /[^,\n]*[^-+.\deE,\n][^,\n]*/g;

function textsOf(body: string, contentType: ContentType): readonly string[] {
    if (contentType === "text/csv") return [...new Set(body.match(WORDS))];
    // Laid out for people it has lines that are no JSON by themselves, and a figure of a line would be a text.
    return contentType === "application/json" ? [body] : body.split("\n");
}

export class S3Writer implements ObjectWriter {
    readonly #client: Pick<S3Client, "send">;
    readonly #bucket: string;

    constructor(client: Pick<S3Client, "send">, bucket: string) {
        this.#client = client;
        this.#bucket = bucket;
    }

    async write(key: string, body: string | Uint8Array, contentType: ContentType): Promise<void> {
        refuseCardNumbers("the key of an object", [key]);
        // Packed bytes were looked at before they were packed.
        if (typeof body === "string") refuseCardNumbers("an object", textsOf(body, contentType));
        await this.#client.send(
            new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: body, ContentType: contentType }),
        );
    }
}
