import type { ProfileShard } from "./profile-shard.ts";

/** Keeps shards up to so many bytes; the one not asked for longest goes first. */
export class ShardCache {
    readonly #mostBytes: number;
    readonly #kept = new Map<number, Promise<ProfileShard | undefined>>();
    readonly #bytes = new Map<number, number>();
    readonly #failed = new Set<number>();

    constructor(mostBytes: number) {
        this.#mostBytes = mostBytes;
    }

    /** The shard, read once however many ask at the same time; undefined when it could not be read. */
    get(shard: number, read: (shard: number) => Promise<ProfileShard | undefined>): Promise<ProfileShard | undefined> {
        const kept = this.#kept.get(shard) ?? this.#load(shard, read);
        this.#kept.delete(shard);
        this.#kept.set(shard, kept);
        return kept;
    }

    /** Lets what could not be read be tried again. */
    forgetFailed(): void {
        for (const shard of this.#failed) this.#kept.delete(shard);
        this.#failed.clear();
    }

    clear(): void {
        this.#failed.clear();
        this.#kept.clear();
        this.#bytes.clear();
    }

    async #load(
        shard: number,
        read: (shard: number) => Promise<ProfileShard | undefined>,
    ): Promise<ProfileShard | undefined> {
        const found = await read(shard);
        if (found === undefined) this.#failed.add(shard);
        else this.#bytes.set(shard, found.bytes);
        this.#shrink(shard);
        return found;
    }

    #shrink(newest: number): void {
        let total = [...this.#bytes.values()].reduce((sum, bytes) => sum + bytes, 0);
        for (const shard of this.#kept.keys()) {
            if (total <= this.#mostBytes) return;
            const bytes = this.#bytes.get(shard);
            if (shard === newest || bytes === undefined) continue;
            total -= bytes;
            this.#kept.delete(shard);
            this.#bytes.delete(shard);
        }
    }
}
