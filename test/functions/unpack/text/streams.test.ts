import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { BulkSender } from "../../../../functions/unpack/bulk-sender.ts";
import { CsvRecords } from "../../../../functions/unpack/card-network/csv-records.ts";
import { LIMITS } from "../../../../functions/unpack/limits.ts";
import { QuarantineParts } from "../../../../functions/unpack/quarantine/quarantine-parts.ts";
import { peeked, sliced } from "../../../../functions/unpack/text/byte-stream.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";
import { unzipped } from "../../../../functions/unpack/text/gunzip.ts";
import { LongLine, lines } from "../../../../functions/unpack/text/lines.ts";
import { jobOf } from "../support/memory-world.ts";
import { inChunks, textOf } from "../support/readers.ts";

describe("sliced", () => {
    it("gives pieces of one size however the bytes come", async () => {
        for (const size of [1, 3, 10, 100]) {
            const pieces: string[] = [];
            for await (const piece of sliced(inChunks(Buffer.from("abcdefghijkl"), size), 5))
                pieces.push(piece.toString());
            assert.deepEqual(pieces, ["abcde", "fghij", "kl"]);
        }
    });
});

describe("peeked", () => {
    it("gives what came before an error, then the error", async () => {
        const failing = async function* () {
            yield Buffer.from("ab");
            throw new Error("broken");
        };
        const { head, bytes } = await peeked(failing(), 10);
        assert.equal(head.toString(), "ab");
        assert.equal((await bytes.next()).value?.toString(), "ab");
        await assert.rejects(bytes.next(), /broken/);
    });
});

describe("unzipped", () => {
    const zeros = gzipSync(Buffer.alloc(1_000_000));

    it("lets a high ratio pass while little has come out", async () => {
        const limits = { ...LIMITS, bombFreeBytes: 1_000_000 };
        assert.equal((await textOf(unzipped(inChunks(zeros, 100), limits))).length, 1_000_000);
    });

    it("stops a bomb long before it has unpacked", async () => {
        const bomb = gzipSync(Buffer.alloc(300_000_000));
        let length = 0;
        const reading = async () => {
            for await (const chunk of unzipped(inChunks(bomb, 65_536), LIMITS)) length += chunk.length;
        };
        await assert.rejects(reading, (error) => error instanceof FileFault && error.reason === "decompression-bomb");
        assert.ok(length < 40_000_000, `${length} bytes came out`);
    });

    it("stops a plain file at the absolute limit", async () => {
        const limits = { ...LIMITS, unpackedBytes: 10 };
        await assert.rejects(
            textOf(unzipped(inChunks(Buffer.from("a".repeat(11)), 4), limits)),
            /longer than 10 bytes/,
        );
        assert.equal(await textOf(unzipped(inChunks(Buffer.from("a".repeat(10)), 4), limits)), "a".repeat(10));
    });

    it("passes an error of the source on", async () => {
        const failing = async function* () {
            yield zeros.subarray(0, 100);
            throw new Error("connection reset");
        };
        await assert.rejects(textOf(unzipped(failing(), LIMITS)), /connection reset/);
    });
});

describe("lines", () => {
    it("drops one endless line as it passes", async () => {
        const piece = Buffer.alloc(1_000_000, "x");
        const endless = async function* () {
            for (let count = 0; count < 200; count++) yield piece;
            yield Buffer.from("\nshort");
        };
        let least = Number.POSITIVE_INFINITY;
        let held = 0;
        const watched = async function* () {
            for await (const chunk of endless()) {
                const now = process.memoryUsage().arrayBuffers;
                // Earlier tests may leave garbage, which goes at any time.
                least = Math.min(least, now);
                held = Math.max(held, now - least);
                // Each chunk is its own, as from a network.
                yield Buffer.from(chunk);
            }
        };
        const found: (string | LongLine)[] = [];
        for await (const some of lines(watched(), 1_000_000)) found.push(...some);
        assert.deepEqual([found.length, found[1]], [2, "short"]);
        assert.ok(found[0] instanceof LongLine && found[0].head.length === 8192);
        assert.ok(held < 150_000_000, `${held} bytes were held`);
    });
});

describe("CSV records", () => {
    const limits = { recordLines: 4, rowBytes: 1000 };
    const pushed = (lines: readonly string[], records = new CsvRecords(",", limits)) =>
        lines.flatMap((line) => records.push(line));
    const refused = (line: number, text: string, detail: string) => ({
        line,
        lines: 1,
        fault: "malformed-row" as const,
        detail,
        text,
    });

    it("take every line inside a closed quote for a part of its field", () => {
        assert.deepEqual(pushed(['"a', "b,c", 'd",e', "f"]), [
            { line: 1, lines: 3, fields: ["a\nb,c\nd", "e"] },
            { line: 4, lines: 1, fields: ["f"] },
        ]);
    });

    it("refuse each line of a quote that never closes, since none can be told from a row", () => {
        const records = new CsvRecords(",", limits);
        assert.deepEqual(pushed(['"a', "b", " ", "c,d"], records), []);
        const detail = "a quote is opened and never closed";
        assert.deepEqual(records.finish(), [
            refused(1, '"a', detail),
            refused(2, "b", detail),
            refused(4, "c,d", detail),
        ]);
    });

    it("refuse each line that a wrong quote leaves in doubt, and read on behind it", () => {
        const detail = "a quoted field goes on after its closing quote";
        assert.deepEqual(pushed(['"a', "b", 'c,"d"', "e"]), [
            refused(1, '"a', detail),
            refused(2, "b", detail),
            refused(3, 'c,"d"', detail),
            { line: 4, lines: 1, fields: ["e"] },
        ]);
        // The doubtful line may open a field of its own, in which the next line stands.
        assert.deepEqual(
            pushed(['"a', 'c,"d', "e", 'f"', "g"]).map((record) => ("fault" in record ? record.text : "read")),
            ['"a', 'c,"d', "e", 'f"', "read"],
        );
    });

    it("over the limit are refused as one, and never closed end the file", () => {
        for (const lines of [
            ['"a', "b", "c", "d", "e"],
            ['"a', "b".repeat(1000)],
        ]) {
            const records = new CsvRecords(",", limits);
            assert.deepEqual(pushed(lines, records), []);
            const [first, ...others] = pushed(['"', "g"], records);
            assert.ok(first !== undefined && "fault" in first);
            assert.deepEqual([first.fault, first.line, first.lines], ["row-too-long", 1, lines.length + 1]);
            assert.deepEqual(others, [{ line: lines.length + 2, lines: 1, fields: ["g"] }]);
            const open = new CsvRecords(",", limits);
            pushed(lines, open);
            assert.throws(() => open.finish(), /nothing behind line 1 can be read/);
        }
    });
});

describe("the bulk sender", () => {
    it("keeps a bounded number of groups in flight, and all are sent after a drain", async () => {
        let flying = 0;
        let most = 0;
        let sent = 0;
        let draining = false;
        const sender = new BulkSender(
            {
                send: async (messages) => {
                    flying++;
                    most = Math.max(most, flying);
                    // The first group is the slowest, and each waits for others to fly beside it.
                    const others = most;
                    do await new Promise((resolve) => setImmediate(resolve));
                    while (most < 3 || (others === 1 && !draining));
                    flying--;
                    sent += messages.length;
                    return messages.map(() => ({ status: "fulfilled", value: undefined }));
                },
            },
            () => assert.fail(),
        );
        for (let index = 0; index < 20_001; index++) {
            sender.add({ body: String(index), attributes: {} }, "account");
            await sender.flow();
        }
        assert.ok(sent < 20_001);
        draining = true;
        await sender.drain();
        assert.deepEqual([sent, most], [20_001, 3]);
    });
});

describe("the bulk sender, of one group", () => {
    it("sends what belongs to one account together, each account's in the order of the file", async () => {
        const sent: string[] = [];
        const sender = new BulkSender(
            {
                send: async (messages) => {
                    sent.push(...messages.map(({ body }) => body));
                    return messages.map(() => ({ status: "fulfilled", value: undefined }));
                },
            },
            () => assert.fail(),
        );
        for (const body of ["b1", "a1", "c1", "a2", "b2", "a3"]) sender.add({ body, attributes: {} }, body.charAt(0));
        await sender.drain();
        assert.deepEqual(sent, ["b1", "b2", "a1", "a2", "a3", "c1"]);
    });
});

describe("quarantine parts", () => {
    it("hold a thousand rows each and are named by their first", async () => {
        const written: [string, number][] = [];
        const write = async (key: string, body: string | Uint8Array) => {
            written.push([key, String(body).split("\n").length - 1]);
        };
        const parts = new QuarantineParts({ write }, jobOf("core-banking/a.ndjson"));
        const line = { origin: "o", source: "s", reason: "malformed-row", detail: "d", content: "c", at: "a" } as const;
        for (let row = 1; row <= 2500; row++) parts.add(row * 2, line);
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
