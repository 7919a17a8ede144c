import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { type Manifest, Manifest as Schema } from "../../../contract/files/manifest.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "../unpack/support/memory-world.ts";
import { quarantineLines } from "../unpack/support/unpacking.ts";
import { COUNTERS, textOf } from "./support/count.ts";

const FOLDERS = { samples: "../../../samples/transactions/", "the corpus": "../corpus/" };

async function accountOf(source: string, name: string, bytes: Buffer): Promise<Manifest> {
    const world = new MemoryWorld();
    await unpack(world.put(`${source}/${name}`, bytes), world.ports({ chunk: 65_536 }));
    const manifest = Schema.parse(JSON.parse([...world.manifests.values()][0] ?? ""));
    const units = manifest.quarantined + (manifest.fault === undefined ? 0 : 1);
    assert.equal(quarantineLines(world).length, units, "each refused row and fault lies in the quarantine");
    assert.equal(world.bulk.length, manifest.sent, "each accepted row is on the queue");
    return manifest;
}

for (const [where, folder] of Object.entries(FOLDERS)) {
    for (const [source, count] of Object.entries(COUNTERS)) {
        const root = new URL(`${folder}${source}/`, import.meta.url);
        const names = readdirSync(root).filter((name) => !name.endsWith(".expected.json"));

        describe(`the files of ${source} in ${where}, counted in another way`, () => {
            for (const name of names) {
                it(`${name} comes to as many accepted and refused rows as it holds, or to a fault`, async () => {
                    const bytes = readFileSync(new URL(encodeURIComponent(name), root));
                    const { rows, sent, quarantined, fault } = await accountOf(source, name, bytes);
                    const { least, most } = count(textOf(bytes));
                    assert.equal(rows, sent + quarantined);
                    assert.ok(rows <= most, `${rows} rows of ${most} transactions`);
                    // What a fault keeps from being read is one unit, which says so; without one nothing may be missing.
                    if (fault === undefined)
                        assert.ok(rows >= least && rows > 0, `${rows} rows of ${least} transactions`);
                });
            }
        });
    }
}
