import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, gzipSync } from "node:zlib";
import { recordSamples } from "./record-samples.ts";
import { current, linesOf, runTrends, setUpSpark, shardFiles } from "./spark.ts";

const UNTIL = "2026-11-22";
const DAYS = { from: "2026-09-23", days: 60 };
const SHARDS = 8;

// Not among the tests that run always, because Spark is 300 MB: `npm run trends`, which the checks of a change run too.
describe("the job on Spark", () => {
    let folder: string;
    let payments: number;
    const at = (...parts: string[]) => join(folder, ...parts);
    const run = (records: string, profiles: string) =>
        runTrends({ records: at(records, "transactions"), profiles: at(profiles), until: UNTIL, shards: SHARDS });

    before(async () => {
        setUpSpark();
        folder = mkdtempSync(join(tmpdir(), "trends-"));
        payments = await recordSamples(at("records"), { seed: 5, payments: 6_000, ...DAYS });
        const { status, stderr } = run("records", "profiles");
        assert.equal(status, 0, stderr);
    });
    after(() => rmSync(folder, { recursive: true }));

    it("counts every transaction once, in the shard of its account", () => {
        const { generation, accounts, transactions, shards } = current(at("profiles"));
        // Payments made on the last day but after its end belong to the next window.
        assert.ok(transactions > 0.99 * payments && transactions <= payments);
        assert.equal(shards, SHARDS);
        const files = [...shardFiles(at("profiles"), generation).values()];
        assert.equal(files.length, SHARDS);
        let seen = 0;
        let counted = 0;
        for (const [shard, file] of files.entries()) {
            const [head, ...rest] = linesOf(file);
            const own = rest.slice(0, -1);
            assert.deepEqual([head?.generation, head?.shard], [generation, shard]);
            assert.deepEqual(rest.at(-1), { end: true, accounts: own.length });
            for (const { account } of own) assert.equal(crc32(String(account)) % SHARDS, shard);
            seen += own.length;
            counted += own.reduce((sum, one) => sum + Number(one.transactions), 0);
        }
        assert.deepEqual([seen, counted], [accounts, transactions]);
    });

    it("gives the same bytes for the same records, also when each was recorded twice", () => {
        cpSync(at("records"), at("twice"), { recursive: true });
        const days = at("twice", "transactions");
        for (const day of readdirSync(days)) {
            for (const file of readdirSync(join(days, day))) {
                cpSync(join(days, day, file), join(days, day, `again-${file}`));
            }
        }
        const { status, stderr } = run("twice", "again");
        assert.equal(status, 0, stderr);
        const { generation } = current(at("profiles"));
        assert.equal(current(at("again")).generation, generation);
        assert.deepEqual(shardFiles(at("again"), generation), shardFiles(at("profiles"), generation));
    });

    it("refuses a record of another shape, by its id, and publishes nothing", () => {
        cpSync(at("records"), at("foreign"), { recursive: true });
        const line = `${JSON.stringify({ id: "x:1", accountId: "A", amountMinor: 5 })}\n`;
        writeFileSync(at("foreign", "transactions", "date=2026-10-10", "x.ndjson.gz"), gzipSync(line));
        const { status, stderr } = run("foreign", "nothing");
        assert.notEqual(status, 0);
        assert.match(stderr, /not of the shape that score writes; nothing is published\. Its id: x:1/);
        assert.ok(!existsSync(at("nothing", "current.json")));
    });

    it("refuses a window without records", () => {
        mkdirSync(at("empty", "transactions"), { recursive: true });
        const { status, stderr } = run("empty", "nothing");
        assert.notEqual(status, 0);
        assert.match(stderr, /no records of 2026-08-24 to 2026-11-21/);
        assert.ok(!existsSync(at("nothing")));
    });
});
