import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { unpack } from "../../../../functions/unpack/unpack.ts";
import { DISGUISES } from "../../cards/support/disguises.ts";
import { shows } from "../../cards/support/seek.ts";
import { STRIDE } from "../../support/inputs.ts";
import { MemoryWorld } from "../support/memory-world.ts";

const CARD = "4539578763621486";
/** Of what is masked at once, and of what is looked at with it. */
const [PIECE, AHEAD] = [128 * 1024, 8 * 1024];

describe("the masked copy of a faulty file", () => {
    for (const { name, write } of DISGUISES.filter((_, index) => index % STRIDE === 0)) {
        it(`hides a number behind ${name} wherever a piece of the copy ends`, async () => {
            const written = write(CARD);
            for (let before = 0; before <= written.length + 1; before += 3 * STRIDE) {
                const text = `${"x ".repeat(PIECE / 2 - before)}${written}${" y".repeat(AHEAD)}`;
                const world = new MemoryWorld();
                await unpack(world.put("elsewhere/a.txt", text), world.ports({ chunk: 100_000 }));
                const copy = [...world.quarantine].filter(([key]) => key.startsWith("files/"));
                const kept = copy.map(([, part]) => gunzipSync(part as Uint8Array).toString()).join("");
                assert.ok(kept.length > PIECE && !shows(kept, CARD), `${before} characters before the end`);
            }
        });
    }
});

describe("a number in the name of a file", () => {
    it("is a token in all that is said of the file, and two files stay two", async () => {
        const world = new MemoryWorld();
        for (const key of [`card-network/a_${CARD}.csv`, "card-network/a_4929000000006.csv"]) {
            await unpack(world.put(key, "nothing"), world.ports());
        }
        const names = [...world.manifests.values()].map((manifest) => JSON.parse(manifest).file);
        assert.equal(new Set(names).size, 2);
        for (const name of names) assert.match(name, /^card-network\/a_tok_v1_[\w-]{43}\.csv$/);
        const kinds = world.published.map((message) => JSON.parse(message).kind);
        assert.equal(kinds.filter((kind) => kind === "card-number-tokenised").length, 2);
    });
});
