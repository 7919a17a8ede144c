import type { OutgoingMessage, QueueSender } from "../../../../functions/adapters/queue.ts";
import type { Job } from "../../../../functions/unpack/job.ts";
import { jobsOf } from "../../../../functions/unpack/landing-message.ts";
import { LIMITS, type Limits } from "../../../../functions/unpack/limits.ts";
import type { Ports } from "../../../../functions/unpack/ports.ts";
import { cardTokens } from "../../../../functions/unpack/rows/card-tokens.ts";
import { keySeal } from "../../../../functions/unpack/rows/key-seal.ts";

/** Thrown in the place of an effect: the process is gone before, or right after, the world has changed. */
export class Killed extends Error {}

export interface Options {
    limits?: Partial<Limits>;
    /** The effect (counted from 1) at which the process dies. */
    killAt?: number;
    /** Whether the world still saw the effect that killed it. */
    killAfter?: boolean;
    /** What the clock leaves, asked for the n-th time. */
    remainingMs?: (asked: number) => number;
    /** Bytes of one chunk from S3. */
    chunk?: number;
}

/** Buckets, queues and topics in memory, which remember everything that ever reached them. */
export class MemoryWorld {
    readonly files = new Map<string, Uint8Array>();
    readonly bulk: OutgoingMessage[] = [];
    readonly landing: string[] = [];
    readonly quarantine = new Map<string, string | Uint8Array>();
    readonly manifests = new Map<string, string>();
    readonly published: string[] = [];
    effects = 0;

    ports({ limits = {}, killAt, killAfter = false, remainingMs = () => 900_000, chunk = 1000 }: Options = {}): Ports {
        let asked = 0;
        let effects = 0;
        const effect = async (change: () => void): Promise<void> => {
            effects++;
            this.effects = effects;
            await Promise.resolve();
            // The dead do nothing more, whatever was still in flight.
            if (killAt !== undefined && effects > killAt) throw new Killed();
            if (effects === killAt && !killAfter) throw new Killed();
            change();
            if (effects === killAt) throw new Killed();
        };
        const queue = (accept: (message: OutgoingMessage) => void): QueueSender => ({
            send: async (messages) => {
                await effect(() => messages.forEach(accept));
                return messages.map(() => ({ status: "fulfilled", value: undefined }));
            },
        });
        return {
            open: async (job) => chunks(this.files.get(job.key) ?? new Uint8Array(), chunk),
            bulk: queue((message) => this.bulk.push(message)),
            landing: queue((message) => this.landing.push(message.body)),
            quarantine: { write: (key, body) => effect(() => this.quarantine.set(key, body)) },
            manifests: {
                write: (key, body) => effect(() => this.manifests.set(key, String(body))),
                exists: async (key) => this.manifests.has(key),
            },
            discrepancies: { publish: (_, message) => effect(() => this.published.push(JSON.stringify(message))) },
            tokenOf: cardTokens(Buffer.from("a key of the tests"), "v1"),
            seal: keySeal(Buffer.from("a key of the tests")),
            now: () => new Date("2025-03-01T12:00:00.000Z"),
            remainingMs: () => remainingMs(++asked),
            loopHours: 24,
            limits: { ...LIMITS, ...limits },
        };
    }

    put(key: string, content: string | Uint8Array): Job {
        this.files.set(key, typeof content === "string" ? Buffer.from(content) : content);
        return jobOf(key);
    }
}

export function jobOf(key: string): Job {
    const records = [
        {
            eventName: "ObjectCreated:Put",
            eventTime: "2025-03-01T11:59:00Z",
            s3: { bucket: { name: "landing" }, object: { key: encodeURIComponent(key), eTag: "e1", versionId: "v1" } },
        },
    ];
    const [job] = jobsOf(JSON.stringify({ Records: records }));
    if (job === undefined) throw new Error("the notification names no file");
    return job;
}

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
