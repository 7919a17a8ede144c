import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { copyOf, rowsOf } from "../../../../local/services/redshift-data/copy.ts";

const COPY =
    "COPY arrived FROM 's3://m/list.json' IAM_ROLE 'arn:role' MANIFEST GZIP FORMAT JSON 'auto ignorecase'\n" +
    "TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF STATUPDATE OFF";
const copy = { table: "arrived", manifest: "s3://m/list.json", role: "arn:role", gzip: true };

describe("COPY of the local Redshift", () => {
    const rows = (objects: Record<string, string | Uint8Array>) =>
        rowsOf(copy, async (role, address) => {
            assert.equal(role, "arn:role");
            return Buffer.from(objects[address] ?? assert.fail(address));
        });
    const list = (...urls: string[]) => JSON.stringify({ entries: urls.map((url) => ({ url, mandatory: true })) });

    it("is that of loads, and no other", () => {
        assert.deepEqual(copyOf(COPY), copy);
        assert.deepEqual(copyOf(COPY.replace(" GZIP", "")), { ...copy, gzip: false });
        assert.equal(copyOf("SELECT 1"), undefined);
        assert.throws(() => copyOf(COPY.replace("MAXERROR 0", "MAXERROR 10")), /knows COPY as/);
    });

    it("reads the lines of all objects of the list, members' names in small letters", async () => {
        const objects = {
            "s3://m/list.json": list("s3://r/1", "s3://r/2"),
            "s3://r/1": gzipSync('{"accountId":"A","n":1}\n\n{"n":2}\n'),
            "s3://r/2": gzipSync('{"n":3}'),
        };
        assert.deepEqual(await rows(objects), [{ accountid: "A", n: 1 }, { n: 2 }, { n: 3 }]);
    });

    it("reads objects that are not packed as they are", async () => {
        const objects = new Map([
            ["s3://m/list.json", list("s3://q/1")],
            ["s3://q/1", '{"Origin":"sqs:1"}\n'],
        ]);
        const read = async (_: string, address: string) => Buffer.from(objects.get(address) ?? assert.fail(address));
        assert.deepEqual(await rowsOf({ ...copy, gzip: false }, read), [{ origin: "sqs:1" }]);
    });

    for (const [fault, objects, says] of [
        ["the list is no list", { "s3://m/list.json": "{}" }, /Invalid manifest file/],
        ["the list is no JSON", { "s3://m/list.json": "x" }, /Invalid manifest file/],
        ["an object is no gzip", { "s3://m/list.json": list("s3://r/1"), "s3://r/1": "x" }, /inflate/],
        ["a line is no JSON", { "s3://m/list.json": list("s3://r/1"), "s3://r/1": gzipSync("x") }, /sys_load_error/],
        [
            "a line is no object",
            { "s3://m/list.json": list("s3://r/1"), "s3://r/1": gzipSync("[1]") },
            /sys_load_error/,
        ],
    ] as const) {
        it(`fails when ${fault}`, () => assert.rejects(rows(objects), says));
    }
});
