import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "./support/memory-world.ts";
import {
    CARD,
    cardFile,
    HEADER,
    manifestOf,
    originsOf,
    quarantinedOrigins,
    quarantineLines,
    sentOrigins,
} from "./support/unpacking.ts";

describe("unpack of a faulty file", () => {
    const text = cardFile(3000);
    const packed = gzipSync(text);
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, Math.floor(damaged.length / 2), Math.floor(damaged.length / 2) + 200);
    const bomb = gzipSync(Buffer.concat([Buffer.from(`${cardFile(30)}\n`), Buffer.alloc(3_000_000, "x")]));
    const faults: { title: string; key: string; file: Uint8Array; reason: string; someRows: boolean }[] = [
        {
            title: "cut gzip",
            key: "card-network/a.csv.gz",
            file: packed.subarray(0, packed.length / 2),
            reason: "truncated-file",
            someRows: false,
        },
        {
            title: "gzip without its end",
            key: "card-network/a.csv.gz",
            file: packed.subarray(0, -4),
            reason: "truncated-file",
            someRows: false,
        },
        {
            title: "damaged gzip",
            key: "card-network/a.csv.gz",
            file: damaged,
            reason: "unreadable-file",
            someRows: false,
        },
        { title: "a bomb", key: "card-network/a.csv.gz", file: bomb, reason: "decompression-bomb", someRows: false },
        {
            title: "a header without its columns",
            key: "card-network/a.csv",
            file: Buffer.from(`${text}\n${HEADER.replace("amount,", "")}\n${text}`),
            reason: "unreadable-file",
            someRows: true,
        },
        {
            title: "gzip in gzip",
            key: "card-network/a.csv.gz",
            file: gzipSync(packed),
            reason: "unreadable-file",
            someRows: false,
        },
        {
            title: "an unknown source",
            key: "elsewhere/a.csv",
            file: Buffer.from(text),
            reason: "unknown-source",
            someRows: false,
        },
        {
            title: "nothing",
            key: "core-banking/a.ndjson",
            file: Buffer.alloc(0),
            reason: "empty-file",
            someRows: false,
        },
    ];
    for (const { title, key, file, reason, someRows } of faults) {
        it(`counts ${title} as one unit, and keeps the rows before it`, async () => {
            const counts = new Set<number>();
            for (const chunk of [100, 4000, 1_000_000]) {
                const world = new MemoryWorld();
                const limits = { bombFreeBytes: 100_000, rowBytes: 10_000 };
                const result = await unpack(world.put(key, file), world.ports({ chunk, limits }));
                const manifest = manifestOf(world);
                assert.equal(result.state, "faulty");
                assert.equal(manifest.fault?.reason, reason);
                assert.equal(manifest.sha256, createHash("sha256").update(file).digest("hex"));
                assert.equal(manifest.rows > 0, someRows);
                assert.equal(manifest.rows, manifest.sent + manifest.quarantined);
                const origins = [...sentOrigins(world), ...quarantinedOrigins(world)];
                assert.deepEqual(origins.sort(), [...originsOf(key, manifest.rows), `s3:${key}#v1#file`].sort());
                assert.ok(world.published.some((message) => JSON.parse(message).kind === reason));
                counts.add(manifest.rows);
            }
            assert.equal(counts.size, 1, "the rows before the fault depend on how the network cut the file");
        });
    }

    it("acts upon no row of what is packed and damaged at its very end", async () => {
        for (const file of [packed.subarray(0, -1), Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 1)])]) {
            const world = new MemoryWorld();
            await unpack(world.put("card-network/a.csv.gz", file), world.ports());
            assert.deepEqual([world.bulk, quarantineLines(world).length, manifestOf(world).rows], [[], 1, 0]);
        }
    });

    it("says after which row, and keeps a masked copy", async () => {
        const world = new MemoryWorld();
        const file = `${text}\n${HEADER.replace("amount,", "")}\n`;
        await unpack(world.put("card-network/a.csv", file), world.ports());
        const line = quarantineLines(world).find(({ origin }) => origin.endsWith("#file"));
        assert.match(line?.detail ?? "", /^another header in line 3002: .* \(after row 3000\)$/);
        const copy = world.quarantine.get("files/card-network/a.csv/version-v1/part-00001.gz");
        assert.ok(copy instanceof Uint8Array);
        const lines = gunzipSync(copy).toString().split("\n");
        assert.equal(lines.length, 3003);
        assert.equal(lines[1], "t1,411111******1111,a1,m1,5411,FR,1.00,EUR,2025-03-01T10:00:00Z");
        assert.ok(!lines.join("\n").includes(CARD));
    });

    it("keeps a long copy in parts, none of which cuts a number in two", async () => {
        const world = new MemoryWorld();
        const long = `${"x".repeat(4 * 1024 * 1024 - 8)}${CARD},${"y".repeat(200_000)}`;
        await unpack(world.put("elsewhere/a.txt", long), world.ports({ chunk: 65_536 }));
        const parts = [...world.quarantine].filter(([key]) => key.startsWith("files/"));
        assert.deepEqual(
            parts.map(([key]) => key),
            ["files/elsewhere/a.txt/version-v1/part-00001.gz", "files/elsewhere/a.txt/version-v1/part-00002.gz"],
        );
        const kept = parts.map(([, part]) => gunzipSync(part as Uint8Array).toString()).join("");
        assert.equal(kept, long.replace(CARD, "411111******1111"));
    });

    it("ends the copy at its limit", async () => {
        const world = new MemoryWorld();
        const job = world.put("elsewhere/a.txt", "abc ".repeat(10_000));
        await unpack(job, world.ports({ limits: { copyLength: 1000 }, chunk: 1000 }));
        const copy = world.quarantine.get("files/elsewhere/a.txt/version-v1/part-00001.gz");
        assert.ok(copy instanceof Uint8Array);
        assert.ok(gunzipSync(copy).length <= 6000 && gunzipSync(copy).length >= 1000);
        assert.equal(manifestOf(world).sha256, createHash("sha256").update("abc ".repeat(10_000)).digest("hex"));
    });

    it("tells of control totals and keeps the rows", async () => {
        const world = new MemoryWorld();
        const xml =
            "<FIToFICstmrCdtTrf><GrpHdr><NbOfTxs>4111111111111111</NbOfTxs></GrpHdr><CdtTrfTxInf/></FIToFICstmrCdtTrf>";
        const result = await unpack(world.put("iso20022/a.xml", xml), world.ports());
        assert.equal(result.state, "done");
        const told = world.published
            .map((message) => JSON.parse(message))
            .find(({ kind }) => kind === "control-total-mismatch");
        assert.deepEqual(told.origins, ["s3:iso20022/a.xml#v1#file"]);
        assert.equal(told.detail, "message 1: NbOfTxs is 411111******1111, transactions are 1");
    });
});
