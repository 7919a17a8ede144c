import assert from "node:assert/strict";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
    CreateBucketCommand,
    GetObjectCommand,
    ListObjectsV2Command,
    PutObjectCommand,
    S3Client,
} from "@aws-sdk/client-s3";
import { collect } from "../../../functions/collect/collect.ts";
import { DynamoWatermarks } from "../../../functions/collect/dynamo-watermarks.ts";
import type { Ports } from "../../../functions/collect/ports.ts";
import { S3Landing } from "../../../functions/collect/s3-landing.ts";
import { S3SourceReader } from "../../../functions/collect/s3-source.ts";
import type { S3Source } from "../../../functions/collect/source.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { sharedServices } from "../../local/services/support/shared-services.ts";

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

describe("collect on the local services", () => {
    let s3: S3Client;
    let ports: Ports;

    before(async () => {
        const { clients } = await sharedServices();
        s3 = clients.of(S3Client);
        for (const Bucket of [source.bucket, LANDING]) await s3.send(new CreateBucketCommand({ Bucket }));
        const name = "collect-watermarks";
        const attributes = [{ name: "source", type: "S" }];
        await create(resource("aws:dynamodb/table:Table", name, { name, hashKey: "source", attributes }), clients);
        ports = {
            readerOf: () => new S3SourceReader(async () => s3, source),
            watermarks: new DynamoWatermarks(clients.of(DynamoDBClient), name),
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

    it("lets only one of two runs move a watermark", async () => {
        const before = await ports.watermarks.read("partner");
        assert.equal(before.version, 2);
        await assert.rejects(ports.watermarks.write("partner", before), { name: "ConditionalCheckFailedException" });
    });
});
