import { crc32 } from "node:zlib";
import type { Standing } from "../../contract/scoring.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { ObjectReader } from "../adapters/object-reader.ts";
import { Manifest } from "./profile.ts";
import { ProfileShard } from "./profile-shard.ts";
import { ShardCache } from "./shard-cache.ts";
import { standingOf } from "./standing.ts";

/** What is usual, as far as it is known. Nothing here ever fails: without a profile a transaction is scored without. */
export interface Profiles {
    /** The standing of each transaction whose shard could be read, by id. */
    standings(transactions: readonly Transaction[], now: string): Promise<Compared>;
}

export interface Compared {
    standings: Map<string, Standing>;
    /** What could not be read: the manifest or shards. */
    unreadable: number;
    /** Whole hours since the end of the window that the current generation covers; undefined without one. */
    ageHours?: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PARALLEL_READS = 16;
const CACHE_BYTES = 64 * 1024 * 1024;

/** Profiles on S3: asks once a minute which generation counts, and reads each shard of it once. */
export class ShardedProfiles implements Profiles {
    readonly #objects: ObjectReader;
    readonly #cache: ShardCache;
    #asked = Number.NEGATIVE_INFINITY;
    #manifest: Manifest | undefined;
    #unreadable = 0;

    constructor(objects: ObjectReader, cacheBytes = CACHE_BYTES) {
        this.#objects = objects;
        this.#cache = new ShardCache(cacheBytes);
    }

    async standings(transactions: readonly Transaction[], now: string): Promise<Compared> {
        this.#unreadable = 0;
        const manifest = await this.#current(Date.parse(now));
        const standings = new Map<string, Standing>();
        if (manifest === undefined) return { standings, unreadable: this.#unreadable };
        await inParallel(transactions, PARALLEL_READS, async (transaction) => {
            const shard = await this.#cache.get(crc32(transaction.accountId) % manifest.shards, (number) =>
                this.#read(manifest, number),
            );
            if (shard === undefined) return;
            try {
                standings.set(transaction.id, standingOf(transaction, shard));
            } catch {
                this.#unreadable++;
            }
        });
        const ageHours = Math.max(0, Math.floor((Date.parse(now) - Date.parse(manifest.until)) / HOUR));
        return { standings, unreadable: this.#unreadable, ageHours };
    }

    async #current(at: number): Promise<Manifest | undefined> {
        if (at - this.#asked < MINUTE) return this.#manifest;
        this.#asked = at;
        this.#cache.forgetFailed();
        try {
            const bytes = await this.#objects.read("current.json");
            // Nothing is there before the first run.
            const found = bytes && Manifest.parse(JSON.parse(Buffer.from(bytes).toString()));
            if (found?.generation !== this.#manifest?.generation) this.#cache.clear();
            this.#manifest = found;
        } catch {
            // The generation at hand is better than none.
            this.#unreadable++;
        }
        return this.#manifest;
    }

    /** One that cannot be read is tried again after a minute, not for each transaction. */
    async #read(manifest: Manifest, shard: number): Promise<ProfileShard | undefined> {
        const key = `generations/${manifest.generation}/shards/part-${String(shard).padStart(5, "0")}.gz`;
        try {
            const bytes = await this.#objects.read(key);
            if (bytes === undefined) throw new Error(`there is no ${key}`);
            return await ProfileShard.read(bytes, manifest, shard);
        } catch {
            this.#unreadable++;
            return undefined;
        }
    }
}
