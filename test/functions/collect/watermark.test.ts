import assert from "node:assert/strict";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoCollected } from "../../../functions/collect/dynamo-collected.ts";
import { DynamoWatermarks } from "../../../functions/collect/dynamo-watermarks.ts";
import { BEGINNING, beyond, isLate, wasCollected } from "../../../functions/collect/watermark.ts";
import { file } from "./support/world.ts";

const NEWEST = file("newest.csv", "2026-03-10T12:00:00.000Z");
const watermark = beyond(BEGINNING, [NEWEST]);
const inTime = file("in-time.csv", "2026-03-09T12:00:00.000Z");
const late = file("late.csv", "2026-03-09T11:59:59.999Z");

describe("a watermark", () => {
    it("takes a file for late that is a day older than others that were collected, but none at the beginning", () => {
        assert.deepEqual([isLate(inTime, watermark), isLate(late, watermark)], [false, true]);
        assert.equal(isLate(file("old.csv", "1999-01-01T00:00:00.000Z"), BEGINNING), false);
    });

    it("never goes back", () => {
        assert.deepEqual(beyond(watermark, [late, inTime]), watermark);
    });

    it("of a platform that kept no row for each file still says what that had collected", () => {
        const before = { ...watermark, seen: [NEWEST] };
        assert.deepEqual(
            [NEWEST, late, inTime].map((one) => wasCollected(one, before)),
            [true, true, false],
        );
        assert.ok(![NEWEST, late, inTime].some((one) => wasCollected(one, watermark)));
    });
});

interface Call {
    input: Record<string, unknown>;
}

describe("DynamoWatermarks", () => {
    const calls: Call[] = [];
    const table = (Item?: unknown) => {
        calls.length = 0;
        const send = async (command: Call) => {
            calls.push(command);
            return { Item };
        };
        return new DynamoWatermarks({ send } as unknown as DynamoDBClient, "watermarks");
    };

    it("reads what it wrote, and what older ones wrote", async () => {
        await table().write("one", watermark);
        assert.deepEqual(await table(calls[0]?.input.Item).read("one"), watermark);
        assert.equal(calls[0]?.input.ConsistentRead, true);
        const seen = { L: [{ M: { mark: { S: "m" }, modifiedAt: { S: "2026-03-10T12:00:00.000Z" } } }] };
        const older = { source: { S: "one" }, until: { S: "2026" }, version: { N: "3" }, seen };
        assert.deepEqual((await table(older).read("one")).seen, [
            { mark: "m", modifiedAt: "2026-03-10T12:00:00.000Z" },
        ]);
    });

    it("is at the beginning for a new source", async () => {
        assert.deepEqual(await table().read("one"), BEGINNING);
    });
});

describe("DynamoCollected", () => {
    it("keeps a row for ninety days, and says when half of that is over", async () => {
        const rows = new Map<string, unknown>();
        const send = async ({ input }: { input: { RequestItems: { t: never } } }) => {
            const request: unknown = input.RequestItems.t;
            if (Array.isArray(request)) {
                for (const { PutRequest } of request) rows.set(PutRequest.Item.source.S, PutRequest.Item);
                return {};
            }
            const { Keys } = request as { Keys: { source: { S: string } }[] };
            return { Responses: { t: Keys.flatMap(({ source }) => rows.get(source.S) ?? []) } };
        };
        let now = new Date("2026-03-01T00:00:00Z");
        const collected = new DynamoCollected({ send } as never, "t", () => now);
        await collected.note("one", ["a", "b", "a"]);
        assert.equal(rows.size, 2);
        const [row] = rows.values() as Iterable<{ expiresAt: { N: string } }>;
        assert.equal(row?.expiresAt.N, String(Date.parse("2026-05-30T00:00:00Z") / 1000));
        assert.deepEqual([...(await collected.known("one", ["a", "c"]))], [["a", { renew: false }]]);
        assert.equal((await collected.known("other", ["a"])).size, 0);
        now = new Date("2026-04-15T00:00:01Z");
        assert.deepEqual([...(await collected.known("one", ["a", "c"]))], [["a", { renew: true }]]);
    });
});
