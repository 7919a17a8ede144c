import assert from "node:assert/strict";
import { createGzip, gzipSync } from "node:zlib";
import type { FileSource } from "../../../contract/files/landing.ts";
import { LIMITS } from "../../../functions/unpack/limits.ts";
import { FileFault } from "../../../functions/unpack/text/file-fault.ts";
import { unzipped } from "../../../functions/unpack/text/gunzip.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "../unpack/support/memory-world.ts";
import { bankingLine, COLUMNS, cardRow, pacs, transfer } from "./support/files.ts";
import { reading } from "./support/reading.ts";

const MEGABYTE = 1_000_000;

/** Text around 100 MB in pieces, as from a network. */
async function* around(before: string, filling: string, after: string): AsyncGenerator<Buffer> {
    yield Buffer.from(before);
    const piece = Buffer.alloc(MEGABYTE, filling);
    // Each piece is its own.
    for (let count = 0; count < 100; count++) yield Buffer.from(piece);
    yield Buffer.from(after);
}

describe("trouble with size", () => {
    const long: {
        title: string;
        source: FileSource;
        parts: [string, string, string];
        told: string[];
        fault: string;
    }[] = [
        {
            title: "one line of 100 MB in NDJSON is refused by its line, its neighbours are read",
            source: "core-banking",
            parts: [`${bankingLine("r1")}\n{"x":"`, "y", `"}\n${bankingLine("r3")}\n`],
            told: ["line 1 ok", "line 2 row-too-long", "line 3 ok"],
            fault: "",
        },
        {
            title: "one line of 100 MB in CSV is refused by its line, its neighbours are read",
            source: "card-network",
            parts: [`${COLUMNS}\n${cardRow("t1")}\nt2,`, "9", `\n${cardRow("t3")}\n`],
            told: ["line 2 ok", "line 3 row-too-long", "line 4 ok"],
            fault: "",
        },
        {
            title: "a quote that is open for 100 MB ends the file there, the rows before it stand",
            source: "card-network",
            parts: [`${COLUMNS}\n${cardRow("t1")}\n"t2,`, "9", `\n${cardRow("t3")}\n`],
            told: ["line 2 ok"],
            fault: "unreadable-file",
        },
        {
            title: "a header of 100 MB ends the file",
            source: "card-network",
            parts: ["", "h", "\n"],
            told: [],
            fault: "unreadable-file",
        },
        {
            title: "one text of 100 MB in XML ends the file there, the rows before it stand",
            source: "iso20022",
            parts: [pacs(`${transfer("T1")}<X>`).replace(/<\/FIToFI.*$/, ""), "z", "</X>"],
            told: ["transaction 1 of message 1 ok"],
            fault: "unreadable-file",
        },
    ];
    for (const { title, source, parts, told, fault } of long) {
        it(`${title}, in bounded memory`, async () => {
            const found = await reading(source, around(...parts));
            assert.deepEqual([found.told, found.fault], [told, fault]);
            assert.ok(found.held < 60 * MEGABYTE, `${found.held} bytes were held`);
        });
    }

    it("a gzip bomb within the limits of ratio ends at the absolute limit, in bounded memory", async () => {
        const limits = { ...LIMITS, unpackedBytes: 50 * MEGABYTE };
        const gzip = createGzip();
        // Every piece is as random as keeps the ratio under that of a bomb.
        const noise = Buffer.alloc(MEGABYTE, bankingLine("r"));
        for (let at = 0; at < noise.length; at += 97) noise[at] = (at * 7919) % 256;
        for (let count = 0; count < 80; count++) gzip.write(noise);
        gzip.end();
        let length = 0;
        const unpacking = async (): Promise<void> => {
            for await (const chunk of unzipped(gzip, limits)) length += chunk.length;
        };
        await assert.rejects(unpacking, (error) => error instanceof FileFault && error.reason === "decompression-bomb");
        assert.ok(length <= limits.unpackedBytes);
    });

    it("a bomb of zeros in gzip of gzip is refused at its first bytes", async () => {
        const bomb = gzipSync(gzipSync(Buffer.alloc(100 * MEGABYTE)));
        const once = async function* (): AsyncGenerator<Buffer> {
            yield bomb;
        };
        assert.equal((await reading("core-banking", once())).fault, "unreadable-file");
    });

    it("a bulk file of a million rows goes on where another invocation left off, in bounded memory, nothing lost", async () => {
        const [all, before] = [1_000_000, 990_000];
        const world = new MemoryWorld();
        const job = { ...world.put("card-network/million.csv", ""), rows: before, sent: before - 99, quarantined: 99 };
        let least = Number.POSITIVE_INFINITY;
        let held = 0;
        const rows = async function* (): AsyncGenerator<Buffer> {
            let text = `${COLUMNS}\n`;
            for (let row = 1; row <= all; row++) {
                text += `${cardRow(`t${row}`, row % 10_000 === 0 ? { amount: "x" } : {})}\n`;
                if (text.length < 65_536 && row < all) continue;
                const { rss } = process.memoryUsage();
                least = Math.min(least, rss);
                held = Math.max(held, rss - least);
                yield Buffer.from(text, "latin1");
                text = "";
            }
        };
        const { state, job: done } = await unpack(job, { ...world.ports(), open: async () => rows() });
        assert.deepEqual([state, done.rows, done.sent, done.quarantined], ["done", all, all - 100, 100]);
        assert.equal(world.bulk.length, all - before - 1);
        assert.ok(held < 120 * MEGABYTE, `${held} bytes were held of ${all} rows`);
    });
});
