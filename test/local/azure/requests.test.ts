import assert from "node:assert/strict";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { type Asked, atTheDoor } from "./support/at-the-door.ts";
import { APP_URI, type Exchange, newRun, theExchange } from "./support/exchange.ts";

const row = (accountId: string, rating = "high") => ({ accountId, rating, ratedOn: "2026-11-01" });
const rows = (many: number) => Array.from({ length: many }, (_, index) => row(`a-${index}`));
const TWICE = '[{"accountId":"a","rating":"high","ratedOn":"2026-11-01","rating":"low"}]';
const PROTOTYPE = '[{"accountId":"a","rating":"high","ratedOn":"2026-11-01","__proto__":{}}]';

describe("what the factory's own token brings to the door", () => {
    let exchange: Exchange;
    let token: string;
    let s3: S3Client;
    let Bucket: string;
    before(async () => {
        exchange = await theExchange();
        token = await exchange.entra.tokenFor(exchange.landing, { resource: APP_URI });
        s3 = exchange.clients.of(S3Client);
        Bucket = String(exchange.find("aws:s3/bucket:Bucket", "supplementary").outputs.bucket);
    });

    const ask = async (run: string, verb: string, body: unknown, more: Partial<Asked> = {}) => {
        const text = typeof body === "string" ? body : JSON.stringify(body);
        const { status, code } = await atTheDoor(exchange, { run, verb, tokens: [token], body: text, ...more });
        return code ?? status;
    };
    const objects = async (run: string, set = "customer-risk-ratings") => {
        const found = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: `received/${set}/${run}/` }));
        return (found.Contents ?? []).map(({ Key = "" }) => Key);
    };

    it("lands, and shows once it is whole", async () => {
        const run = newRun();
        assert.equal(await ask(run, "batches", rows(2)), 200);
        assert.equal(await ask(run, "complete", { rowsCopied: 2 }), 200);
        const Key = (await objects(run)).find((key) => key.endsWith("manifest.json"));
        const manifest = await s3.send(new GetObjectCommand({ Bucket, Key }));
        assert.equal(JSON.parse((await manifest.Body?.transformToString()) ?? "").rows, 2);
    });

    const REFUSED: [string, unknown, Partial<Asked>, string | number][] = [
        ["two tokens", rows(1), { tokens: ["", ""] }, 401],
        ["no token", rows(1), { tokens: [] }, 401],
        ["a password", rows(1), { tokens: [], headers: { authorization: "Basic eDp5" } }, 401],
        ["more bytes than are taken", " ".repeat(5_000_001), {}, "too-large"],
        ["lists in lists, a million deep", `${"[".repeat(1e6)}${"]".repeat(1e6)}`, {}, "invalid-row"],
        ["a form", rows(1), { headers: { "content-type": "application/x-www-form-urlencoded" } }, "wrong-type"],
        ["what says that it is packed", rows(1), { headers: { "content-encoding": "gzip" } }, "wrong-type"],
        ["a set that climbs out of its folder", rows(1), { set: "..%2f..%2frecords" }, 404],
        ["a set of look-alike letters", rows(1), { set: encodeURIComponent("customer-rіsk-ratings") }, "unknown-set"],
        ["a set in capitals", rows(1), { set: "Customer-Risk-Ratings" }, "unknown-set"],
        ["a set of every object", rows(1), { set: "__proto__" }, "unknown-set"],
        ["a set that is a function", rows(1), { set: "constructor" }, "unknown-set"],
        ["a run that is a path", rows(1), { run: "..%2f..%2fx" }, 404],
        ["a run with a path in it", rows(1), { run: "x%00..%5cy" }, "invalid-run"],
        ["a run in capitals", rows(1), { run: newRun().toUpperCase().replace(/^./, "A") }, "invalid-run"],
        ["a field twice", TWICE, {}, "invalid-body"],
        ["a prototype", PROTOTYPE, {}, "invalid-row"],
        ["two ratings of an account", [row("a"), row("a", "low")], {}, "repeated-row"],
        ["too many rows", rows(5_001), {}, "too-many-rows"],
        ["what begins with a mark of order, then a list of bytes", "\u0000[]", {}, "invalid-body"],
    ];
    for (const [what, body, more, expected] of REFUSED) {
        it(`is refused with ${what}, and leaves nothing`, async () => {
            const run = newRun();
            const tokens = more.tokens?.length === 2 ? { tokens: [token, token] } : {};
            assert.equal(await ask(run, "batches", body, { ...more, ...tokens }), expected);
            assert.deepEqual(await objects(run), []);
        });
    }

    it("is kept once when it is sent again", async () => {
        const run = newRun();
        for (const _ of [1, 2]) assert.equal(await ask(run, "batches", rows(2)), 200);
        assert.equal(await ask(run, "complete", { rowsCopied: 4 }), "rows-differ");
        assert.equal(await ask(run, "complete", { rowsCopied: 2 }), 200);
    });

    it("is counted for its own run only", async () => {
        const [run, other] = [newRun(), newRun()];
        assert.equal(await ask(run, "batches", rows(2)), 200);
        assert.equal(await ask(other, "complete", { rowsCopied: 2 }), "nothing-arrived");
    });

    it("adds nothing after the end, and the end stays what it was", async () => {
        const run = newRun();
        assert.equal(await ask(run, "batches", rows(2)), 200);
        assert.equal(await ask(run, "complete", { rowsCopied: 2 }), 200);
        const before = await objects(run);
        assert.equal(await ask(run, "batches", rows(3)), "run-ended");
        assert.equal(await ask(run, "complete", { rowsCopied: 3 }), "run-ended");
        assert.equal(await ask(run, "fail", { activity: "copy", code: "" }), "run-ended");
        assert.equal(await ask(run, "complete", { rowsCopied: 2 }), 200);
        assert.deepEqual(await objects(run), before);
    });

    it("is complete or failed, when both are said at once", async () => {
        const run = newRun();
        assert.equal(await ask(run, "batches", rows(2)), 200);
        const [complete, fail] = await Promise.all([
            ask(run, "complete", { rowsCopied: 2 }),
            ask(run, "fail", { activity: "complete", code: "" }),
        ]);
        const visible = (await objects(run)).some((key) => key.endsWith("manifest.json"));
        assert.deepEqual([complete, fail], visible ? [200, "run-ended"] : ["run-ended", 200]);
    });
});
