import assert from "node:assert/strict";
import type { ProfileShard } from "../../../functions/score/profile-shard.ts";
import { ShardCache } from "../../../functions/score/shard-cache.ts";

describe("ShardCache", () => {
    it("forgets the shard not asked for longest when there are too many bytes", async () => {
        const cache = new ShardCache(250);
        const reads: number[] = [];
        const get = (shard: number) =>
            cache.get(shard, async (number) => {
                reads.push(number);
                return { bytes: 100 } as ProfileShard;
            });
        for (const shard of [1, 2, 1, 3, 1, 2]) await get(shard);
        assert.deepEqual(reads, [1, 2, 3, 2]);
    });
});
