import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { PROMOTION_KEY, Progress } from "../../contract/model/serving.ts";
import { AnotherRunError, type ProgressStore } from "./ports.ts";

/** What says how the promotion goes is not ours. */
export class ProgressError extends Error {
    override readonly name = "ProgressError";
}

/** How S3 says that somebody else was quicker. */
const TAKEN = ["PreconditionFailed", "ConditionalRequestConflict"];

/** One object; a write holds only where the object is still what this run knows. */
export class S3Progress implements ProgressStore {
    readonly #client: Pick<S3Client, "send">;
    readonly #object: { Bucket: string; Key: string };
    #tag: string | undefined;

    constructor(client: Pick<S3Client, "send">, bucket: string) {
        this.#client = client;
        this.#object = { Bucket: bucket, Key: PROMOTION_KEY };
    }

    async read(): Promise<Progress> {
        this.#tag = undefined;
        try {
            const { Body, ETag } = await this.#client.send(new GetObjectCommand(this.#object));
            this.#tag = ETag;
            return parsed((await Body?.transformToString()) ?? "");
        } catch (error) {
            if (error instanceof NoSuchKey) return { undone: [] };
            throw error;
        }
    }

    async write(progress: Progress): Promise<void> {
        const Body = `${JSON.stringify(progress, undefined, 4)}\n`;
        const still = this.#tag === undefined ? { IfNoneMatch: "*" } : { IfMatch: this.#tag };
        const put = new PutObjectCommand({ ...this.#object, Body, ContentType: "application/json", ...still });
        try {
            this.#tag = (await this.#client.send(put)).ETag;
        } catch (error) {
            const taken = error instanceof NoSuchKey || (error instanceof Error && TAKEN.includes(error.name));
            throw taken ? new AnotherRunError("another run is at it", { cause: error }) : error;
        }
    }
}

/** Never taken for empty: versions that were undone would be tried again. */
function parsed(text: string): Progress {
    try {
        return Progress.parse(JSON.parse(text));
    } catch (cause) {
        const fix =
            "bring an earlier version of the object back, or delete it to have every approved version tried again";
        throw new ProgressError(`${PROMOTION_KEY} is not what promote wrote: ${fix}`, { cause });
    }
}
