import assert from "node:assert/strict";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
    CreateBucketCommand,
    GetObjectCommand,
    ListObjectsV2Command,
    PutObjectCommand,
    S3Client,
} from "@aws-sdk/client-s3";
import { collect } from "../../../functions/collect/collect.ts";
import { DynamoCollected } from "../../../functions/collect/dynamo-collected.ts";
import { DynamoWatermarks } from "../../../functions/collect/dynamo-watermarks.ts";
import type { Ports } from "../../../functions/collect/ports.ts";
import { S3Landing } from "../../../functions/collect/s3-landing.ts";
import { S3SourceReader } from "../../../functions/collect/s3-source.ts";
import type { S3Source } from "../../../functions/collect/source.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { sharedServices } from "../../local/services/support/shared-services.ts";
import { file, source as named, portsTo, world } from "./support/world.ts";

const source: S3Source = {
    kind: "s3",
    name: "partner",
    landsIn: "card-network",
    bucket: "collect-partner",
    prefix: "out/",
    region: "eu-west-1",
    roleArn: "arn:aws:iam::999999999999:role/reader",
};
const LANDING = "collect-landing";
const TABLE = "collect-watermarks";

describe("collect on the local services", () => {
    let s3: S3Client;
    let ports: Ports;
    let dynamo: DynamoDBClient;

    before(async () => {
        const { clients } = await sharedServices();
        s3 = clients.of(S3Client);
        dynamo = clients.of(DynamoDBClient);
        for (const Bucket of [source.bucket, LANDING]) await s3.send(new CreateBucketCommand({ Bucket }));
        const name = TABLE;
        const attributes = [{ name: "source", type: "S" }];
        await create(resource("aws:dynamodb/table:Table", name, { name, hashKey: "source", attributes }), clients);
        ports = {
            readerOf: () => new S3SourceReader(async () => s3, source),
            watermarks: new DynamoWatermarks(dynamo, name),
            collected: new DynamoCollected(dynamo, name),
            landing: new S3Landing(s3, LANDING),
            discrepancies: { publish: async (subject) => assert.fail(subject) },
            remainingMs: () => 900_000,
            pause: async () => assert.fail("nothing is down"),
        };
    });

    const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: source.bucket, Key, Body }));
    const landed = async () => {
        const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: LANDING }));
        const bodies = Contents.map(async ({ Key }) => {
            const { Body } = await s3.send(new GetObjectCommand({ Bucket: LANDING, Key }));
            return (await Body?.transformToString()) ?? "";
        });
        return (await Promise.all(bodies)).sort();
    };

    it("brings each new content under the prefix into landing, once", async () => {
        await put("out/a.csv", "first");
        await put("elsewhere/b.csv", "not ours");
        assert.deepEqual(await collect([source], ports), [{ source: "partner", landed: 1, left: 0 }]);
        assert.deepEqual(await collect([source], ports), [{ source: "partner", landed: 0, left: 0 }]);
        await put("out/a.csv", "second");
        assert.deepEqual(await collect([source], ports), [{ source: "partner", landed: 1, left: 0 }]);
        assert.deepEqual(await landed(), ["first", "second"]);
    });

    it("refuses a row over the 400 KB that DynamoDB ends at", async () => {
        const Item = { source: { S: "large" }, seen: { S: "x".repeat(400 * 1024) } };
        const put = new PutItemCommand({ TableName: TABLE, Item });
        await assert.rejects(dynamo.send(put), /Item size has exceeded the maximum allowed size/);
    });

    it("collects 20,000 files of a day, each once, and one that comes late, which it tells of", async () => {
        const day = Date.parse("2026-03-01T00:00:00Z");
        const files = Array.from({ length: 20_000 }, (_, index) =>
            file(`${"part/".repeat(20)}${index}.csv`, new Date(day + index * 1000).toISOString()),
        );
        const cloud = world({ files: { many: files } });
        const { readerOf, landing, discrepancies } = portsTo(cloud);
        const these = { ...ports, readerOf, landing, discrepancies };
        // Landing looks through what it has for each file, which is for smaller numbers.
        const landed = new Set<string>();
        these.landing = { land: async (key) => void landed.add(key) };
        const run = () => collect([named("many")], these);
        assert.deepEqual(await run(), [{ source: "many", landed: 20_000, left: 0 }]);
        assert.equal(landed.size, 20_000);
        assert.deepEqual(await run(), [{ source: "many", landed: 0, left: 0 }]);
        assert.deepEqual(cloud.published, []);
        cloud.files.many = [...files, file("late.csv", "2026-01-01T00:00:00.000Z")];
        assert.deepEqual(await run(), [{ source: "many", landed: 1, left: 0 }]);
        assert.deepEqual(await run(), [{ source: "many", landed: 0, left: 0 }]);
        assert.equal(landed.size, 20_001);
        assert.deepEqual(
            cloud.published.map(({ subject }) => subject),
            ["Late files: many"],
        );
    });
});
