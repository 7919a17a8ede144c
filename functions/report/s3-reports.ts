import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { refuseCardNumbers } from "../adapters/card-guard.ts";
import type { ReportStore } from "./ports.ts";

const ATTEMPTS = 3;

/** Reports in a bucket, each object written once. */
export class S3Reports implements ReportStore {
    readonly #client: Pick<S3Client, "send">;
    readonly #bucket: string;

    constructor(client: Pick<S3Client, "send">, bucket: string) {
        this.#client = client;
        this.#bucket = bucket;
    }

    async read(Key: string): Promise<string | undefined> {
        try {
            const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
            return (await Body?.transformToString()) ?? "";
        } catch (error) {
            if (error instanceof NoSuchKey) return undefined;
            throw error;
        }
    }

    async create(
        Key: string,
        Body: string | Uint8Array,
        ContentType: "text/csv" | "application/json" | "application/x-ndjson",
    ): Promise<boolean> {
        refuseCardNumbers("the key of a report", [Key]);
        const texts = ContentType === "application/x-ndjson" ? String(Body).split("\n") : [Body];
        refuseCardNumbers(
            "a report",
            texts.filter((text) => typeof text === "string"),
        );
        const put = { Bucket: this.#bucket, Key, Body, ContentType, IfNoneMatch: "*" };
        for (let attempt = 1; ; attempt++) {
            try {
                await this.#client.send(new PutObjectCommand(put));
                return true;
            } catch (error) {
                const name = error instanceof Error ? error.name : "";
                if (name === "PreconditionFailed") return false;
                // Another write of this name is under way, and may yet come to nothing.
                if (name !== "ConditionalRequestConflict" || attempt === ATTEMPTS) throw error;
            }
        }
    }
}
