import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import type { ObjectReader } from "../../../functions/adapters/object-reader.ts";
import { ShardedProfiles } from "../../../functions/score/profiles.ts";
import { transaction } from "../support/transactions.ts";

const GENERATION = "2026-03-05-0123456789ab";
const NEXT = "2026-03-06-0123456789ab";
const NOW = "2026-03-05T08:00:00.000Z";
const LATER = "2026-03-05T08:01:00.000Z";

const manifest = (generation = GENERATION, changes = {}) =>
    JSON.stringify({ schema: 1, generation, until: generation.slice(0, 10), shards: 1, ...changes });

/** What `analytics/trends` writes of one account, in the shape that its own test holds it to. */
const line = (account: string, p99: number, count = 20) =>
    `{"account":"${account}","transactions":${count},"amounts":{"EUR":{"all":{"count":${count},"sum":1,"mean":1,"deviation":0,"p50":1,"p90":1,"p99":${p99}},"wire":{"count":${count},"sum":1,"mean":1,"deviation":0,"p50":1,"p90":1,"p99":${p99}}}},"countries":{},"counterparties":{},"hours":[],"hourOfWeek":{},"dayOfMonth":{},"group":"EUR/wire/1"}`;

function shard(lines: string[], { generation = GENERATION, end = true } = {}): Buffer {
    const head = JSON.stringify({
        schema: 1,
        generation,
        shard: 0,
        groups: { "EUR/wire/1": { accounts: 20, transactions: 400, p50: 1, p90: 1, p99: 2000 } },
    });
    const all = [head, ...lines, ...(end ? [JSON.stringify({ end: true, accounts: lines.length })] : [])];
    return gzipSync(all.map((text) => `${text}\n`).join(""));
}

/** A bucket that counts what is read. */
class Bucket implements ObjectReader {
    readonly objects = new Map<string, Uint8Array | Error>();
    readonly reads: string[] = [];

    put(generation: string, content: Uint8Array | Error): this {
        this.objects.set("current.json", Buffer.from(manifest(generation)));
        this.objects.set(`generations/${generation}/shards/part-00000.gz`, content);
        return this;
    }

    async read(key: string): Promise<Uint8Array | undefined> {
        this.reads.push(key);
        const found = this.objects.get(key);
        if (found instanceof Error) throw found;
        return found;
    }
}

const one = transaction({ channel: "wire", amountMinor: 10_050 });
const own = (p99: number, count?: number) => shard([line(one.accountId, p99, count)]);

describe("ShardedProfiles", () => {
    it("say how many times the usual an amount is, of the account and of its like, and by which generation", async () => {
        const compared = await new ShardedProfiles(new Bucket().put(GENERATION, own(1000))).standings([one], NOW);
        const standing = { generation: GENERATION, timesUsual: 10, timesPeers: 5 };
        assert.deepEqual(compared, { standings: new Map([[one.id, standing]]), unreadable: 0, ageHours: 8 });
    });

    it("say nothing of an account that did too little, in another currency or nothing at all", async () => {
        const few = new ShardedProfiles(new Bucket().put(GENERATION, own(1000, 19)));
        const standing = { generation: GENERATION, timesPeers: 5 };
        assert.deepEqual((await few.standings([one], NOW)).standings.get(one.id), standing);
        const profiles = new ShardedProfiles(new Bucket().put(GENERATION, own(1000)));
        const others = [
            { ...one, currency: "USD" },
            { ...one, accountId: "account-2" },
        ];
        for (const other of others) {
            const { standings } = await profiles.standings([other], NOW);
            assert.deepEqual(standings.get(one.id), { generation: GENERATION });
        }
    });

    it("read a shard once, and ask once a minute which generation counts", async () => {
        const bucket = new Bucket().put(GENERATION, own(1000));
        const profiles = new ShardedProfiles(bucket);
        const many = Array.from({ length: 50 }, (_, index) => ({ ...one, id: `live:${index}` }));
        await profiles.standings(many, NOW);
        await profiles.standings(many, "2026-03-05T08:00:59.999Z");
        const shardKey = `generations/${GENERATION}/shards/part-00000.gz`;
        assert.deepEqual(bucket.reads, ["current.json", shardKey]);
        bucket.put(NEXT, shard([line(one.accountId, 500)], { generation: NEXT }));
        const { standings } = await profiles.standings([one], LATER);
        assert.equal(standings.get(one.id)?.generation, NEXT);
    });

    it("count nothing as unreadable before the first generation", async () => {
        const compared = await new ShardedProfiles(new Bucket()).standings([one], NOW);
        assert.deepEqual(compared, { standings: new Map(), unreadable: 0 });
    });

    const broken: Record<string, Bucket> = {
        "a shard that is gone": new Bucket().put(NEXT, own(1)).put(GENERATION, new Error("no")),
        "a shard cut off": new Bucket().put(GENERATION, own(1000).subarray(0, 60)),
        "a shard without its end": new Bucket().put(GENERATION, shard([line(one.accountId, 1000)], { end: false })),
        "a shard of another generation": new Bucket().put(GENERATION, shard([], { generation: NEXT })),
        "a line that is no profile": new Bucket().put(GENERATION, shard([`{"account":"${one.accountId}",1}`])),
        "bytes that are no gzip": new Bucket().put(GENERATION, Buffer.from("hello")),
    };
    for (const [what, bucket] of Object.entries(broken)) {
        it(`do without ${what}, and count it`, async () => {
            const { standings, unreadable } = await new ShardedProfiles(bucket).standings([one], NOW);
            assert.deepEqual([standings.size, unreadable], [0, 1]);
        });
    }

    const manifests = { "no JSON": "{", "another schema": manifest(GENERATION, { schema: 2 }) };
    for (const [what, text] of Object.entries(manifests)) {
        it(`do without a manifest of ${what}, and count it`, async () => {
            const bucket = new Bucket();
            bucket.objects.set("current.json", Buffer.from(text));
            const compared = await new ShardedProfiles(bucket).standings([one], NOW);
            assert.deepEqual(compared, { standings: new Map(), unreadable: 1 });
        });
    }

    it("keep the generation at hand while the manifest cannot be read", async () => {
        const bucket = new Bucket().put(GENERATION, own(1000));
        const profiles = new ShardedProfiles(bucket);
        await profiles.standings([one], NOW);
        bucket.objects.set("current.json", new Error("denied"));
        const { standings, unreadable } = await profiles.standings([one], LATER);
        assert.deepEqual([standings.get(one.id)?.generation, unreadable], [GENERATION, 1]);
    });

    it("try a shard that failed again after a minute", async () => {
        const bucket = new Bucket().put(GENERATION, new Error("slow down"));
        const profiles = new ShardedProfiles(bucket);
        await profiles.standings([one, one], NOW);
        assert.equal(bucket.reads.length, 2);
        bucket.put(GENERATION, own(1000));
        assert.equal((await profiles.standings([one], LATER)).standings.size, 1);
    });
});
