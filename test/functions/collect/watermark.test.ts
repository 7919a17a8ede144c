import assert from "node:assert/strict";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoWatermarks } from "../../../functions/collect/dynamo-watermarks.ts";
import { BEGINNING, beyond, newFiles } from "../../../functions/collect/watermark.ts";
import { file } from "./support/world.ts";

const NEWEST = file("newest.csv", "2026-03-10T12:00:00.000Z");
const watermark = beyond(BEGINNING, NEWEST);

describe("a watermark", () => {
    it("lets everything through at the beginning", () => {
        assert.deepEqual(newFiles([NEWEST, file("old.csv", "1999-01-01T00:00:00.000Z")], BEGINNING).length, 2);
    });

    it("still lets a file through that appears up to a day late, as an upload in parts does", () => {
        const late = file("late.csv", "2026-03-09T12:00:00.000Z");
        const tooLate = file("too-late.csv", "2026-03-09T11:59:59.999Z");
        assert.deepEqual(newFiles([late, tooLate, NEWEST], watermark), [late]);
    });

    it("never goes back, and forgets what is older than a day", () => {
        const late = beyond(watermark, file("late.csv", "2026-03-09T12:00:00.000Z"));
        assert.equal(late.until, NEWEST.modifiedAt);
        assert.equal(late.seen.length, 2);
        const next = beyond(late, file("next.csv", "2026-03-11T00:00:00.000Z"));
        assert.deepEqual(
            next.seen.map(({ mark }) => mark),
            ["newest.csv v1", "next.csv v1"],
        );
        assert.equal(next.version, 3);
    });
});

describe("DynamoWatermarks", () => {
    const calls: { input: Record<string, unknown> }[] = [];
    const table = (Item?: unknown) => {
        calls.length = 0;
        const send = async (command: { input: Record<string, unknown> }) => {
            calls.push(command);
            return { Item };
        };
        return new DynamoWatermarks({ send } as unknown as DynamoDBClient, "watermarks");
    };

    it("reads what it wrote, under the condition that nobody else wrote meanwhile", async () => {
        await table().write("one", watermark);
        const [{ input } = { input: {} }] = calls;
        assert.equal(input.ConditionExpression, "attribute_not_exists(#source) OR #version = :before");
        assert.deepEqual(input.ExpressionAttributeValues, { ":before": { N: "0" } });
        assert.deepEqual(await table(input.Item).read("one"), watermark);
        assert.equal(calls[0]?.input.ConsistentRead, true);
    });

    it("is at the beginning for a new source", async () => {
        assert.deepEqual(await table().read("one"), BEGINNING);
    });
});
