import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import * as z from "zod/mini";
import { inParallel } from "../adapters/in-parallel.ts";
import { S3Reader } from "../adapters/object-reader.ts";
import { ParkedMessage } from "../park/parked.ts";

const DAY_MS = 24 * 60 * 60_000;
const PARALLEL = 16;
/** Parked messages that are read; where there are more, an outage has parked them, of which everybody knows. */
const MOST_READ = 5000;

const Named = z.object({ id: z.string() });

/** The transactions among parked messages, by the queues of dead letters that carry transactions. */
export class S3Parked {
    readonly #client: Pick<S3Client, "send">;
    readonly #bucket: string;
    readonly #queues: readonly string[];

    constructor(client: Pick<S3Client, "send">, bucket: string, queues: readonly string[]) {
        this.#client = client;
        this.#bucket = bucket;
        this.#queues = queues;
    }

    /** Keys name the day on which a message was first sent; a producer may say that it was received a day later. */
    async which(ids: ReadonlySet<string>, sinceDay: string, now: Date): Promise<ReadonlySet<string>> {
        const found = new Set<string>();
        const keys = await this.#keys(daysFrom(sinceDay, now));
        const reader = new S3Reader(this.#client, this.#bucket);
        const outcomes = await inParallel(keys.slice(0, MOST_READ), PARALLEL, async (key) => {
            const id = idIn(Buffer.from((await reader.read(key)) ?? "").toString("utf8"));
            if (id !== undefined && ids.has(id)) found.add(id);
        });
        for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
        return found;
    }

    async #keys(days: readonly string[]): Promise<string[]> {
        const keys: string[] = [];
        for (const Prefix of this.#queues.flatMap((queue) => days.map((day) => `${queue}/${day}/`))) {
            for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
                const page: { Bucket: string; Prefix: string; ContinuationToken?: string } = {
                    ...{ Bucket: this.#bucket, Prefix },
                    ...(token !== undefined && { ContinuationToken: token }),
                };
                const { Contents = [], NextContinuationToken } = await this.#client.send(
                    new ListObjectsV2Command(page),
                );
                keys.push(...Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
                if (keys.length >= MOST_READ) return keys;
                token = NextContinuationToken;
            }
        }
        return keys;
    }
}

function daysFrom(day: string, now: Date): string[] {
    const days: string[] = [];
    for (let at = Date.parse(day) - DAY_MS; at <= now.getTime(); at += DAY_MS) {
        days.push(new Date(at).toISOString().slice(0, 10));
    }
    return days;
}

/** The id of the transaction that a parked message carries, if it carries one. */
function idIn(text: string): string | undefined {
    try {
        return Named.parse(JSON.parse(ParkedMessage.parse(JSON.parse(text)).body)).id;
    } catch {
        return undefined;
    }
}
