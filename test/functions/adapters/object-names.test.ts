import assert from "node:assert/strict";
import type { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { S3Names } from "../../../functions/adapters/object-names.ts";

function listing(page: object) {
    const asked: object[] = [];
    const send = async ({ input }: ListObjectsV2Command): Promise<unknown> => {
        asked.push(input);
        return page;
    };
    return { asked, names: new S3Names({ send: send as S3Client["send"] }, "records") };
}

describe("S3Names", () => {
    it("lists the first objects below a prefix, once", async () => {
        const { names, asked } = listing({ Contents: [{ Key: "a/1" }, {}, { Key: "a/2" }], IsTruncated: false });
        assert.deepEqual(await names.first("a/"), { keys: ["a/1", "a/2"], complete: true });
        assert.deepEqual(asked, [{ Bucket: "records", Prefix: "a/" }]);
    });

    it("says that there are more", async () => {
        const { names } = listing({ Contents: [{ Key: "a/1" }], IsTruncated: true, NextContinuationToken: "2" });
        assert.deepEqual(await names.first("a/"), { keys: ["a/1"], complete: false });
    });

    it("knows an empty prefix", async () => {
        assert.deepEqual(await listing({}).names.first("a/"), { keys: [], complete: true });
    });
});
