import assert from "node:assert/strict";
import { QuarantineParts } from "../../../../functions/unpack/quarantine/quarantine-parts.ts";
import { jobOf } from "../support/memory-world.ts";

describe("quarantine parts", () => {
    it("hold a thousand rows each and are named by their first", async () => {
        const written: [string, number][] = [];
        const write = async (key: string, body: string | Uint8Array, type: string) => {
            const lines = String(body).trimEnd().split("\n");
            for (const one of lines) assert.deepEqual(JSON.parse(one), line);
            assert.equal(type, "application/x-ndjson");
            written.push([key, lines.length]);
        };
        const parts = new QuarantineParts({ write }, jobOf("core-banking/a.ndjson"));
        const line = { origin: "o", source: "s", reason: "malformed-row", detail: "d", content: "c", at: "a" } as const;
        for (let row = 1; row <= 999; row++) parts.add(row * 2, line);
        await parts.flow();
        assert.equal(written.length, 0);
        parts.add(2000, line);
        await parts.flow();
        assert.equal(written.length, 1);
        for (let row = 1001; row <= 2500; row++) parts.add(row * 2, line);
        await parts.flow();
        assert.equal(written.length, 2);
        await parts.flush();
        await parts.flush();
        assert.deepEqual(written, [
            ["rows/core-banking/a.ndjson/version-v1/row-0000000002.ndjson", 1000],
            ["rows/core-banking/a.ndjson/version-v1/row-0000002002.ndjson", 1000],
            ["rows/core-banking/a.ndjson/version-v1/row-0000004002.ndjson", 500],
        ]);
    });
});
