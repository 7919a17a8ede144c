import assert from "node:assert/strict";
import { event, RUN, rating, World } from "../receive/receiving.ts";

const MANIFEST = `received/customer-risk-ratings/${RUN}/manifest.json`;
const row = JSON.stringify(rating("a-1"));

describe("trouble with a supplementary file", () => {
    it("half-written, it stays invisible: what was copied and what arrived differ", async () => {
        const world = new World();
        await world.send(event("batches", [rating("a-1")]));
        assert.equal(await world.send(event("complete", { rowsCopied: 2 })), "rows-differ");
        assert.ok(!world.objects.has(MANIFEST));
    });

    it("cut within its last batch, that batch is refused whole", async () => {
        const world = new World();
        assert.equal(await world.send(event("batches", null, { body: `[${row},${row.slice(0, -5)}` })), "invalid-body");
        assert.equal(world.objects.size, 0);
    });

    it("empty, it is refused and the last good set stays", async () => {
        const world = new World();
        assert.equal(await world.send(event("batches", [])), "invalid-body");
        assert.equal(await world.send(event("complete", { rowsCopied: 0 })), "nothing-arrived");
        assert.ok(!world.objects.has(MANIFEST));
    });

    const foreign: [string, string][] = [
        ["another set's columns", '{"counterpartyId":"c-1","list":"EU","listedOn":"2026-01-31"}'],
        ["a column more", row.replace("{", '{"name":"Jane Doe",')],
        ["__proto__ for a column", row.replace("{", '{"__proto__":{"rating":"low"},')],
        ["its columns in __proto__ only", `{"__proto__":${row}}`],
        ["a column in other letters", row.replace('"rating"', '"Rating"')],
        ["numbers for texts", row.replace('"a-1"', "1")],
        ["a date with a time", row.replace("2026-11-01", "2026-11-01T00:00:00Z")],
        ["a day that is none", row.replace("2026-11-01", "2026-02-30")],
        ["lone surrogates", row.replace("a-1", "a-\\ud800")],
    ];
    for (const [title, body] of foreign) {
        it(`of another schema, with ${title}, the batch is refused by its row and nothing of it is kept`, async () => {
            const world = new World();
            assert.equal(await world.send(event("batches", null, { body: `[${row},${body}]` })), "invalid-row");
            assert.deepEqual([world.objects.size, world.told], [0, []]);
        });
    }

    it("with a byte order mark, it is read", async () => {
        const world = new World();
        assert.deepEqual(await world.send(event("batches", null, { body: `\ufeff[${row}]` })), {
            did: "batch",
            rows: 1,
        });
    });
});
