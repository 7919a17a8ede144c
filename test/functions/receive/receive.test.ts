import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { calledBy, event, forgedBy, GOOD, NOW, RUN, rating, World } from "./receiving.ts";

const FOLDER = `received/customer-risk-ratings/${RUN}/`;
const done = { rowsCopied: 3 };

describe("receive", () => {
    let world: World;
    beforeEach(() => {
        world = new World();
    });

    const bring = async (...accounts: string[]) => world.send(event("batches", accounts.map(rating)));

    it("keeps each batch under the run, one row a line, named by its content", async () => {
        assert.deepEqual(await bring("a-1", "a-2"), { did: "batch", rows: 2 });
        const [[key, text] = []] = [...world.objects];
        assert.match(key ?? "", new RegExp(`^${FOLDER}[0-9a-f]{64}\\.ndjson$`));
        assert.equal(text, `${JSON.stringify(rating("a-1"))}\n${JSON.stringify(rating("a-2"))}\n`);
    });

    it("keeps a batch that is sent twice once", async () => {
        await bring("a-1", "a-2");
        await bring("a-1", "a-2");
        await bring("a-3");
        assert.equal(world.objects.size, 2);
        assert.deepEqual(await world.send(event("complete", done)), { did: "complete", rows: 3 });
    });

    it("makes the set visible when every row that was copied has arrived", async () => {
        await bring("a-1", "a-2");
        await bring("a-3");
        await world.send(event("complete", done));
        const keys = [...world.objects.keys()].filter((key) => key.endsWith(".ndjson"));
        keys.sort();
        const sha256 = (key: string | undefined) => key?.slice(FOLDER.length, -".ndjson".length);
        const rowsOf = (key = "") => (world.objects.get(key) ?? "").trimEnd().split("\n").length;
        assert.deepEqual(JSON.parse(world.objects.get(`${FOLDER}manifest.json`) ?? ""), {
            set: "customer-risk-ratings",
            run: RUN,
            rows: 3,
            batches: [
                { key: keys[0], sha256: sha256(keys[0]), rows: rowsOf(keys[0]) },
                { key: keys[1], sha256: sha256(keys[1]), rows: rowsOf(keys[1]) },
            ],
            completedAt: NOW.toISOString(),
        });
        assert.equal(world.end?.outcome, "complete");
    });

    it("leaves the set invisible when a row is missing or too many, and accepts the right number afterwards", async () => {
        await bring("a-1", "a-2");
        for (const rowsCopied of [1, 3, 0]) {
            assert.equal(await world.send(event("complete", { rowsCopied })), "rows-differ");
        }
        assert.ok(!world.objects.has(`${FOLDER}manifest.json`));
        assert.deepEqual(await world.send(event("complete", { rowsCopied: 2 })), { did: "complete", rows: 2 });
    });

    it("refuses an empty set, which would hide the last good one", async () => {
        assert.equal(await world.send(event("complete", { rowsCopied: 0 })), "nothing-arrived");
        assert.equal(world.objects.size, 0);
    });

    it("completes a run again when the first answer was lost", async () => {
        await bring("a-1", "a-2", "a-3");
        world.failing.add("noteEnd");
        await assert.rejects(world.send(event("complete", done)), /no answer to noteEnd/);
        assert.deepEqual(await world.send(event("complete", done)), { did: "complete", rows: 3 });
        assert.deepEqual(await world.send(event("complete", done)), { did: "complete", rows: 3 });
        assert.equal(await world.send(event("complete", { rowsCopied: 2 })), "run-ended");
    });

    it("makes good, when asked again, what a crash between the end and the manifest left undone", async () => {
        await bring("a-1", "a-2", "a-3");
        world.failing.add("show");
        await assert.rejects(world.send(event("complete", done)), /no answer to show/);
        assert.ok(!world.objects.has(`${FOLDER}manifest.json`));
        const later = new Date(NOW.getTime() + 60_000);
        assert.deepEqual(await world.send(event("complete", done), later), { did: "complete", rows: 3 });
        const manifest = JSON.parse(world.objects.get(`${FOLDER}manifest.json`) ?? "");
        assert.equal(manifest.completedAt, NOW.toISOString(), "the manifest depends on who wrote it");
    });

    it("points at the manifest by its hash, once it is there, and makes good what a crash in between left undone", async () => {
        await bring("a-1", "a-2", "a-3");
        world.failing.add("point");
        await assert.rejects(world.send(event("complete", done)), /no answer to point/);
        assert.equal(world.pointed.size, 0, "a set that the end does not vouch for counts");
        const later = new Date(NOW.getTime() + 60_000);
        assert.deepEqual(await world.send(event("complete", done), later), { did: "complete", rows: 3 });
        const manifest = world.objects.get(`${FOLDER}manifest.json`) ?? "";
        assert.deepEqual(world.pointed.get("customer-risk-ratings"), {
            ...{ run: RUN, rows: 3, completedAt: NOW.toISOString() },
            manifestSha256: createHash("sha256").update(manifest).digest("hex"),
        });
    });

    it("points at its own manifest, where somebody put another one there beforehand", async () => {
        await bring("a-1", "a-2", "a-3");
        world.objects.set(`${FOLDER}manifest.json`, "{}");
        await world.send(event("complete", done));
        const hash = createHash("sha256").update("{}").digest("hex");
        assert.notEqual(world.pointed.get("customer-risk-ratings")?.manifestSha256, hash);
    });

    it("is complete or failed, never both, when one comes beside the other", async () => {
        const fail = event("fail", { activity: "complete", code: "" });
        await bring("a-1", "a-2", "a-3");
        world.meanwhile.set("noteEnd", () => world.send(fail));
        assert.equal(await world.send(event("complete", done)), "run-ended");
        assert.ok(!world.objects.has(`${FOLDER}manifest.json`), "a failed run is visible");
        assert.equal(world.told.length, 1);

        world = new World();
        await bring("a-1", "a-2", "a-3");
        world.meanwhile.set("noteEnd", () => world.send(event("complete", done)));
        assert.equal(await world.send(fail), "run-ended");
        assert.ok(world.objects.has(`${FOLDER}manifest.json`));
        assert.deepEqual(world.told, [], "people were told of a failure that is none");
    });

    it("does not alarm for a failure after the end was noted complete, and makes the set visible", async () => {
        await bring("a-1", "a-2", "a-3");
        world.failing.add("show");
        await assert.rejects(world.send(event("complete", done)));
        assert.equal(await world.send(event("fail", { activity: "complete", code: "2108" })), "run-ended");
        assert.deepEqual(world.told, []);
        assert.ok(world.objects.has(`${FOLDER}manifest.json`));
    });

    it("counts no batch that arrives while the run ends", async () => {
        await bring("a-1", "a-2", "a-3");
        world.meanwhile.set("noteBatch", () => world.send(event("complete", done)));
        assert.equal(await bring("a-4"), "run-ended");
        assert.equal(JSON.parse(world.objects.get(`${FOLDER}manifest.json`) ?? "").rows, 3);
    });

    it("counts no batch that did not reach the bucket, and repeats half-done work safely", async () => {
        for (const step of ["write", "noteBatch"]) {
            world.failing.add(step);
            await assert.rejects(bring("a-1", "a-2", "a-3"), new RegExp(`no answer to ${step}`));
            assert.equal(world.rows.size, 0);
        }
        await bring("a-1", "a-2", "a-3");
        assert.deepEqual(await world.send(event("complete", done)), { did: "complete", rows: 3 });
    });

    it("takes nothing for a run that has ended", async () => {
        await bring("a-1", "a-2", "a-3");
        await world.send(event("complete", done));
        assert.equal(await bring("a-4"), "run-ended");
        assert.equal(world.objects.size, 2);
    });

    it("tells of a failed run, by names and codes only, and lets it never become visible", async () => {
        await bring("a-1", "a-2", "a-3");
        await world.send(event("fail", { activity: "Copy ratings", code: "2200" }));
        assert.deepEqual(world.told, [
            {
                type: "discrepancy",
                kind: "supplementary-run-failed",
                function: "receive",
                count: 1,
                origins: [`adf:customer-risk-ratings/${RUN}`],
                detail: "The activity Copy ratings of Data Factory failed with 2200. The set of the last good run stays.",
            },
        ]);
        assert.equal(await world.send(event("complete", done)), "run-ended");
        assert.ok(!world.objects.has(`${FOLDER}manifest.json`));
    });

    it("tells of a failure until that is known to be told, and not once more", async () => {
        const fail = event("fail", { activity: "Copy", code: "" });
        for (const step of ["publish", "noteTold"]) {
            world.failing.add(step);
            await assert.rejects(world.send(fail), new RegExp(`no answer to ${step}`));
        }
        assert.equal(world.told.length, 1);
        assert.deepEqual(await world.send(fail), { did: "fail", rows: 0 });
        assert.deepEqual(await world.send(fail), { did: "fail", rows: 0 });
        assert.equal(world.told.length, 2);
    });

    it("reads nothing of a body before AWS has said who is calling", async () => {
        const odd = { ...forgedBy(), body: "{ no JSON" };
        assert.equal(await world.send(event("batches", null, odd)), "token-refused");
    });

    it("asks AWS nothing for any other identity of the tenant", async () => {
        const other = event("batches", [rating("a-1")], { requestContext: calledBy("another-identity") });
        const nobody = event("batches", [rating("a-1")], { requestContext: {} as never });
        for (const one of [other, nobody]) assert.equal(await world.send(one), "other-identity");
        assert.deepEqual(world.opened, []);
    });

    it("refuses the text of an error, which may quote a row", async () => {
        const body = { activity: "Copy", code: "2200", message: "row 7: Jane Doe" };
        assert.equal(await world.send(event("fail", body)), "invalid-body");
        assert.equal(await world.send(event("fail", { activity: "Copy", code: "Jane Doe!" })), "invalid-body");
    });

    for (const verb of ["batches", "complete", "fail"]) {
        it(`does nothing at ${verb} for a token that AWS does not trust`, async () => {
            const body = { batches: [rating("a-1")], complete: done, fail: { activity: "Copy", code: "" } }[verb];
            const forged = event(verb, body, forgedBy());
            assert.equal(await world.send(forged), "token-refused");
            assert.deepEqual([world.objects.size, world.told, world.end, world.rows.size], [0, [], undefined, 0]);
        });
    }

    const rows: [string, unknown][] = [
        ["a rating that is none", { ...rating("a-1"), rating: "severe" }],
        ["a day that is none", { ...rating("a-1"), ratedOn: "2026-13-01" }],
        ["a missing field", { accountId: "a-1", rating: "low" }],
        ["a field that is not asked for", { ...rating("a-1"), name: "Jane Doe" }],
        ["an account that could be a formula", { ...rating("=1+1") }],
        ["no row at all", null],
    ];
    for (const [what, row] of rows) {
        it(`keeps nothing of a batch with ${what}`, async () => {
            assert.equal(await world.send(event("batches", [rating("a-0"), row])), "invalid-row");
            assert.equal(world.objects.size, 0);
        });
    }

    it("takes the rows of the sanctions list", async () => {
        const row = { counterpartyId: "c-1", list: "EU", listedOn: "2026-01-31" };
        const list = { pathParameters: { set: "sanctions-list", run: RUN } };
        assert.deepEqual(await world.send(event("batches", [row], list)), { did: "batch", rows: 1 });
        assert.equal(await world.send(event("batches", [{ ...row, list: "" }], list)), "invalid-row");
    });

    const TWICE = '{"accountId":"a-1","rating":"high","ratedOn":"2026-11-01","rating":"low"}';
    const PROTOTYPE = '{"accountId":"a-1","rating":"high","ratedOn":"2026-11-01","__proto__":{"rating":"low"}}';
    const typed = (type: string | undefined, encoding?: string) => {
        const headers = { ...forgedBy(GOOD).headers, "content-type": type, "content-encoding": encoding };
        return event("batches", [rating("a-1")], { headers: headers as Record<string, string> });
    };
    const requests: [string, ReturnType<typeof event>, string][] = [
        ["without a token", event("batches", [], { headers: {} }), "no-token"],
        ["with a password", event("batches", [], { headers: { authorization: "Basic eDp5" } }), "no-token"],
        ["with two tokens", event("batches", [], forgedBy(`${GOOD},Bearer ${GOOD}`)), "no-token"],
        ["with two tokens, one header", event("batches", [], forgedBy(`${GOOD},${GOOD}`)), "no-token"],
        ["with a token of two parts", event("batches", [], forgedBy("a.b")), "no-token"],
        ["at another address", event("batches", [], { routeKey: "$default" }), "unknown-route"],
        ["for an unknown set", event("batches", [], { pathParameters: { set: "toString", run: RUN } }), "unknown-set"],
        ["for a set of nobody", event("batches", [], { pathParameters: {} }), "unknown-set"],
        [
            "for a run that climbs out of its folder",
            event("batches", [], { pathParameters: { set: "sanctions-list", run: "../../x" } }),
            "invalid-run",
        ],
        ["of a form", typed("application/x-www-form-urlencoded"), "wrong-type"],
        ["of no type", typed(undefined), "wrong-type"],
        ["of another character set", typed("application/json; charset=utf-16"), "wrong-type"],
        ["of a type that only begins so", typed("application/json-seq"), "wrong-type"],
        ["that is compressed", typed("application/json", "gzip"), "wrong-type"],
        [
            "nested 100,000 deep",
            event("batches", null, { body: `${"[".repeat(1e5)}${"]".repeat(1e5)}` }),
            "invalid-row",
        ],
        ["with a field twice", event("batches", null, { body: `[${TWICE}]` }), "invalid-body"],
        [
            "with a field twice, once escaped",
            event("batches", null, { body: `[${TWICE.replace('"rating"', '"rat\\u0069ng"')}]` }),
            "invalid-body",
        ],
        ["with two ratings of an account", event("batches", [rating("a-1"), rating("a-1")]), "repeated-row"],
        ["with a prototype", event("batches", null, { body: `[${PROTOTYPE}]` }), "invalid-row"],
        ["that completes twice", event("complete", null, { body: '{"rowsCopied":1,"rowsCopied":0}' }), "invalid-body"],
        ["that completes too much", event("complete", { rowsCopied: 500_001 }), "set-too-large"],
        ["that is not JSON", event("batches", null, { body: "a,b" }), "invalid-body"],
        ["that is not UTF-8", event("batches", null, { body: "/w==", isBase64Encoded: true }), "invalid-body"],
        ["without rows", event("batches", []), "invalid-body"],
        ["with an object for rows", event("batches", rating("a-1")), "invalid-body"],
        [
            "with 5,001 rows",
            event(
                "batches",
                Array.from({ length: 5001 }, (_, i) => rating(`a-${i}`)),
            ),
            "too-many-rows",
        ],
        ["with 5 million bytes", event("batches", null, { body: " ".repeat(5_000_001) }), "too-large"],
        ["that completes with half a row", event("complete", { rowsCopied: 1.5 }), "invalid-body"],
        ["that completes with less than nothing", event("complete", { rowsCopied: -1 }), "invalid-body"],
    ];
    for (const [what, given, code] of requests) {
        it(`refuses a request ${what}`, async () => {
            assert.equal(await world.send(given), code);
            assert.deepEqual([world.objects.size, world.told], [0, []]);
        });
    }

    it("answers any body with an outcome or a refusal, and keeps only whole batches", async () => {
        const batch = fc.oneof(fc.jsonValue(), fc.array(fc.constantFrom(rating("a-1"), { accountId: 7 }, null)));
        await fc.assert(
            fc.asyncProperty(fc.constantFrom("batches", "complete", "fail"), batch, async (verb, body) => {
                const one = new World();
                const outcome = await one.send(event(verb, body));
                assert.equal(one.objects.size, (outcome as { did?: string }).did === "batch" ? 1 : 0);
            }),
        );
    });
});
