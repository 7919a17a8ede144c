import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { checkTransaction } from "../../../contract/transaction/check.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "./support/memory-world.ts";
import { cardFile, KEY, manifestOf, originsOf, quarantinedOrigins, sentOrigins } from "./support/unpacking.ts";

describe("unpack", () => {
    it("sends every good row, quarantines every other, and writes the account of both", async () => {
        const world = new MemoryWorld();
        const text = cardFile(300);
        const result = await unpack(world.put(KEY, text), world.ports());
        assert.equal(result.state, "done");
        assert.deepEqual(manifestOf(world), {
            file: KEY,
            source: "card-network",
            format: "csv",
            versionId: "v1",
            rows: 300,
            sent: 200,
            quarantined: 100,
            sha256: createHash("sha256").update(text).digest("hex"),
            startedAt: "2025-03-01T12:00:00.000Z",
            finishedAt: "2025-03-01T12:00:00.000Z",
        });
        assert.deepEqual([...world.manifests.keys()], [`${KEY}/v1.json`]);
        assert.deepEqual([...sentOrigins(world), ...quarantinedOrigins(world)].sort(), originsOf(KEY, 300).sort());
        for (const { body, attributes } of world.bulk) {
            assert.ok(checkTransaction(JSON.parse(body)).ok, body);
            assert.deepEqual(attributes.receivedAt, { DataType: "String", StringValue: "2025-03-01T11:59:00.000Z" });
        }
    });

    it("names a refused row's line, field and reason", async () => {
        const world = new MemoryWorld();
        await unpack(world.put(KEY, cardFile(3)), world.ports());
        const [key, text] = [...world.quarantine][0] ?? [];
        assert.equal(key, `rows/${KEY}/version-v1/row-0000000003.ndjson`);
        assert.deepEqual(JSON.parse(String(text)), {
            origin: `s3:${KEY}#v1#3`,
            source: "card-network",
            reason: "missing-field",
            detail: "line 4: amountMinor is empty",
            content: "t3,411111******1111,a1,m1,5411,FR,,EUR,2025-03-01T10:00:00Z",
            at: "2025-03-01T12:00:00.000Z",
            field: "amountMinor",
        });
    });

    it("names no field of a row where none is to blame", async () => {
        const world = new MemoryWorld();
        await unpack(world.put(KEY, `${cardFile(1)}\nx`), world.ports());
        const [text] = [...world.quarantine.values()];
        const { reason, detail, ...line } = JSON.parse(String(text));
        assert.deepEqual([reason, detail.startsWith("line 3: "), "field" in line], ["malformed-row", true, false]);
    });

    it("sends and puts aside what waits each thousand rows, however many a piece of the file holds", async () => {
        const world = new MemoryWorld();
        const ports = world.ports({ chunk: 10_000_000 });
        const [bulk, parts]: number[][] = [[], []];
        let read = 0;
        await unpack(world.put(KEY, cardFile(4100)), {
            ...ports,
            tokenOf: (digits) => {
                read++;
                return ports.tokenOf(digits);
            },
            bulk: {
                send: (messages) => {
                    bulk?.push(read);
                    return ports.bulk.send(messages);
                },
            },
            quarantine: {
                write: async () => {
                    parts?.push(read);
                },
            },
        });
        const all = read;
        // A group of messages is two thousand, a part a thousand rows; of three rows one is refused. The last line has no
        // end, and comes by itself.
        assert.ok(
            (bulk?.[0] ?? all) < all * 0.9 && (parts?.[0] ?? all) < all * 0.9,
            JSON.stringify([bulk, parts, all]),
        );
    });

    it("speaks once of each kind of discrepancy, with at most twenty origins", async () => {
        const world = new MemoryWorld();
        await unpack(world.put(KEY, cardFile(300)), world.ports());
        const told = world.published.map((message) => JSON.parse(message));
        assert.deepEqual(
            told.map(({ kind, count, origins }) => [kind, count, origins.length]),
            [
                ["missing-field", 100, 20],
                ["card-number-tokenised", 28, 20],
            ],
        );
        assert.equal(told[0].function, "unpack");
    });

    it("does nothing for a file that has its manifest", async () => {
        const world = new MemoryWorld();
        const job = world.put(KEY, cardFile(10));
        await unpack(job, world.ports());
        const sent = world.bulk.length;
        assert.deepEqual(await unpack(job, world.ports()), { state: "done-before", job, discrepancies: [] });
        assert.equal(world.bulk.length, sent);
    });

    it("reads gzip whatever the name says, several members too", async () => {
        const text = cardFile(10);
        const packed = Buffer.concat([gzipSync(text.slice(0, 500)), gzipSync(text.slice(500))]);
        const world = new MemoryWorld();
        await unpack(world.put(KEY, packed), world.ports());
        assert.equal(manifestOf(world).rows, 10);
        assert.equal(manifestOf(world).sha256, createHash("sha256").update(packed).digest("hex"));
    });
});
