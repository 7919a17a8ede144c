import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Manifest } from "../../../contract/files/manifest.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "./support/memory-world.ts";

describe("the samples", () => {
    const root = new URL("../../../samples/", import.meta.url);
    const expected: { files: Record<string, { rows: number; quarantined: number; fault?: string }> } = JSON.parse(
        readFileSync(new URL("expected/outcomes.json", root), "utf8"),
    );
    const cards = readFileSync(new URL("expected/card-numbers.txt", root), "utf8").split("\n").filter(Boolean);

    for (const [key, { rows, quarantined, fault }] of Object.entries(expected.files)) {
        it(`${key} comes to what is expected of it, and no card number leaves it`, async () => {
            const world = new MemoryWorld();
            const file = readFileSync(join(fileURLToPath(root), "transactions", key));
            await unpack(world.put(key, file), world.ports({ chunk: 65_536 }));
            const manifest = Manifest.parse(JSON.parse([...world.manifests.values()][0] ?? ""));
            assert.deepEqual([manifest.rows, manifest.quarantined, manifest.fault?.reason], [rows, quarantined, fault]);
            const everything = [
                ...[...world.quarantine.values()].map((body) =>
                    typeof body === "string" ? body : gunzipSync(body).toString(),
                ),
                ...world.published,
                ...world.manifests.values(),
                ...world.bulk.map((message) => JSON.stringify(message)),
            ].join("\n");
            assert.deepEqual(
                cards.filter((card) => everything.includes(card)),
                [],
            );
        });
    }
});
