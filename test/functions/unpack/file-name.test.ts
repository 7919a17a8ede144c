import assert from "node:assert/strict";
import fc from "fast-check";
import { landedFile } from "../../../contract/files/landing.ts";
import { BYTES } from "../../../contract/limits.ts";
import { landedJob, namedSafely, nameHeldCard } from "../../../functions/unpack/file-name.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { inputs } from "../support/inputs.ts";
import { jobOf, MemoryWorld } from "./support/memory-world.ts";
import { cardFile, manifestOf } from "./support/unpacking.ts";

const keys = new MemoryWorld().ports();
const LONGEST_KEY = 1024;

describe("the name of a landed file", () => {
    it("stays what it is where it is plain", () => {
        const job = namedSafely(jobOf("card-network/2026/März & co.csv"), keys);
        assert.deepEqual([job.key, job.sealedKey], ["card-network/2026/März & co.csv", undefined]);
    });

    it("is short enough for all that is made of it, whatever it was, and leads back to the file", async () => {
        const part = fc.oneof(
            fc.string({ unit: "binary", maxLength: 300 }),
            fc.constantFrom("4539578763621486", "ä".repeat(200), "\u0001", "😀".repeat(100)),
        );
        const name = fc
            .tuple(fc.constantFrom("card-network/", "iso20022/"), fc.array(part, { maxLength: 8 }))
            .map(([folder, parts]) => {
                const end = folder === "iso20022/" ? ".xml" : ".csv.gz";
                const text = Buffer.from(`a${parts.join("")}`)
                    .subarray(0, LONGEST_KEY - 30)
                    .toString("utf8");
                return folder + text.replace(/\ufffd+$/, "") + end;
            });
        await fc.assert(
            fc.asyncProperty(name, async (key) => {
                const job = namedSafely(jobOf(key), keys);
                assert.ok(Buffer.byteLength(job.key) <= BYTES.fileName, job.key);
                assert.deepEqual(landedFile(job.key), landedFile(key));
                assert.match(job.key, /^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]+$/u);
                assert.equal(landedJob(job, keys).key, key);
                // By another run too, which has what the one before it handed over.
                assert.equal(namedSafely({ ...job, rows: 1 }, keys).key, job.key);
            }),
            inputs(150),
        );
    });

    it("has no character that a message may not hold", () => {
        const { key } = namedSafely(jobOf("card-network/\u0001a\u001f\ufffe.csv"), keys);
        assert.equal(key, "card-network/%01a%1f%fffe.csv");
    });

    it("stays whole where it just fits, and else has a hash of all of it between its beginning and its end", () => {
        const fits = `card-network/${"a".repeat(BYTES.fileName - 17)}.csv`;
        assert.equal(namedSafely(jobOf(fits), keys).key, fits);
        const { key } = namedSafely(jobOf(`card-network/\ufffd${"ä".repeat(600)}-the-end-of-it-all.csv`), keys);
        assert.match(key, /^card-network\/\ufffdä+~[0-9a-f]{32}~he-end-of-it-all\.csv$/);
    });

    it("tells two long ones apart that begin and end alike", () => {
        const long = (middle: string): string => `card-network/${"a".repeat(700)}${middle}${"b".repeat(250)}.csv`;
        assert.notEqual(namedSafely(jobOf(long("x")), keys).key, namedSafely(jobOf(long("y")), keys).key);
    });

    it("is told of where it held a card number, and only then", () => {
        for (const [key, held] of [
            ["card-network/4539578763621486.csv", true],
            [`card-network/${"a".repeat(900)}.csv`, false],
            ["card-network/a.csv", false],
        ] as const) {
            assert.equal(nameHeldCard(namedSafely(jobOf(key), keys), keys), held, key);
        }
    });

    it("may be as long as S3 allows: the file is read like any other", async () => {
        const world = new MemoryWorld();
        const key = `card-network/${"long ".repeat(201)}.csv`;
        await unpack(world.put(key, cardFile(3)), world.ports());
        const { rows, sent, quarantined, file } = manifestOf(world);
        assert.deepEqual({ rows, sent, quarantined }, { rows: 3, sent: 2, quarantined: 1 });
        assert.ok(file.startsWith("card-network/long long") && file.endsWith(".csv"));
        for (const name of world.quarantine.keys()) assert.ok(Buffer.byteLength(name) <= LONGEST_KEY);
    });
});
