import { createHash } from "node:crypto";
import {
    type GetObjectCommandInput,
    type ListObjectsV2CommandInput,
    NoSuchKey,
    type PutObjectCommandInput,
} from "@aws-sdk/client-s3";
import type { Chance } from "../stage/chance.ts";

interface Stored {
    body: Buffer;
    eTag: string;
    versionId: string;
}

/** Hears of each new object. */
export type Announce = (bucket: string, key: string, stored: Stored) => void;

const CHUNK = 64 * 1024;
const PAGE = 1000;

/** S3 in memory: what is written is there at once; the version before it is kept by nobody but its reader. */
export class Objects {
    readonly #buckets = new Map<string, Map<string, Stored>>();
    readonly #announce: Announce;
    readonly #chance: Chance;
    #versions = 0;
    /** How likely the connection breaks at a piece of an object that is being read. */
    cuts = 0;

    constructor(announce: Announce, chance: Chance) {
        this.#announce = announce;
        this.#chance = chance;
    }

    put(bucket: string, key: string, body: Buffer): Stored {
        const stored = { body, eTag: createHash("md5").update(body).digest("hex"), versionId: `v${++this.#versions}` };
        const objects = this.of(bucket);
        objects.set(key, stored);
        this.#announce(bucket, key, stored);
        return stored;
    }

    of(bucket: string): Map<string, Stored> {
        const objects = this.#buckets.get(bucket) ?? new Map<string, Stored>();
        this.#buckets.set(bucket, objects);
        return objects;
    }

    answer(operation: string, input: object): object {
        if (operation === "PutObject") {
            const { Bucket = "", Key = "", Body } = input as PutObjectCommandInput;
            this.put(Bucket, Key, Buffer.from(Body as string | Uint8Array));
            return {};
        }
        if (operation === "GetObject") return this.#get(input as GetObjectCommandInput);
        if (operation === "ListObjectsV2") return this.#list(input as ListObjectsV2CommandInput);
        throw new Error(`this S3 does not know ${operation}`);
    }

    #get({ Bucket = "", Key = "", VersionId, Range }: GetObjectCommandInput): object {
        const stored = this.of(Bucket).get(Key);
        if (stored === undefined || (VersionId !== undefined && stored.versionId !== VersionId)) {
            throw new NoSuchKey({ $metadata: { httpStatusCode: 404 }, message: `there is no ${Key}` });
        }
        const from = Number(/^bytes=(\d+)-$/.exec(Range ?? "")?.[1] ?? 0);
        const body = stored.body.subarray(from);
        const pieces = () => this.#pieces(body);
        return {
            Body: {
                transformToByteArray: async () => body,
                transformToString: async () => body.toString(),
                [Symbol.asyncIterator]: pieces,
            },
        };
    }

    async *#pieces(body: Buffer): AsyncGenerator<Buffer> {
        for (let at = 0; at < body.length; at += CHUNK) {
            if (this.#chance.happens(this.cuts)) throw new Error("the connection broke");
            yield body.subarray(at, at + CHUNK);
        }
    }

    #list({ Bucket = "", Prefix = "", ContinuationToken = "" }: ListObjectsV2CommandInput): object {
        const keys = [...this.of(Bucket).keys()]
            .filter((key) => key.startsWith(Prefix) && key > ContinuationToken)
            .sort();
        const page = keys.slice(0, PAGE);
        const next = page.length < keys.length ? { NextContinuationToken: page.at(-1) } : {};
        return { Contents: page.map((Key) => ({ Key })), ...next };
    }
}
