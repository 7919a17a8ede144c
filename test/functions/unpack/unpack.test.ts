import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { checkTransaction } from "../../../functions/contract/check.ts";
import { Manifest } from "../../../functions/contract/manifest.ts";
import { checkpointBody } from "../../../functions/unpack/job.ts";
import { jobsOf } from "../../../functions/unpack/landing-message.ts";
import { NoProgressError, RESERVE_MS, unpack, unpackAll } from "../../../functions/unpack/unpack.ts";
import { jobOf, Killed, MemoryWorld, type Options } from "./support/memory-world.ts";

const CARD = "4111111111111111";
const HEADER =
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time";
const KEY = "card-network/march 1+.csv";

/** Rows 1 to `count`; each third has no amount, and each seventh a reference with a card in it. */
function cardFile(count: number): string {
    const rows = Array.from({ length: count }, (_, index) => {
        const row = index + 1;
        const reference = row % 7 === 0 ? `t${row}-${CARD}` : `t${row}`;
        return `${reference},${CARD},a1,m1,5411,FR,${row % 3 === 0 ? "" : `${row}.00`},EUR,2025-03-01T10:00:00Z`;
    });
    return [HEADER, ...rows].join("\n");
}

function manifestOf(world: MemoryWorld): Manifest {
    assert.equal(world.manifests.size, 1);
    return Manifest.parse(JSON.parse([...world.manifests.values()][0] ?? ""));
}

function sentOrigins(world: MemoryWorld): string[] {
    return world.bulk.map(({ attributes }) => attributes.origin?.StringValue ?? "");
}

function quarantineLines(world: MemoryWorld): { origin: string; reason: string; detail: string; content: string }[] {
    return [...world.quarantine]
        .filter(([key]) => key.startsWith("rows/"))
        .flatMap(([, text]) => String(text).trimEnd().split("\n"))
        .map((line) => JSON.parse(line));
}

function quarantinedOrigins(world: MemoryWorld): string[] {
    return quarantineLines(world).map(({ origin }) => origin);
}

function originsOf(key: string, rows: number): string[] {
    return Array.from({ length: rows }, (_, index) => `s3:${key}#v1#${index + 1}`);
}

/** Delivers the file and every checkpoint that follows, as the landing queue does. */
async function deliver(world: MemoryWorld, key: string, options: () => Options): Promise<number> {
    const waiting = [checkpointBody(jobOf(key))];
    let invocations = 0;
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
        invocations++;
        assert.ok(invocations < 1000, "the file goes round for ever");
        await unpackAll(jobsOf(body), world.ports(options()));
        waiting.push(...world.landing.splice(0));
    }
    return invocations;
}

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
        assert.equal(key, `rows/${KEY}/v1/0000000003.ndjson`);
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
        assert.equal((await unpack(job, world.ports())).state, "done-before");
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
            someRows: true,
        },
        {
            title: "gzip without its end",
            key: "card-network/a.csv.gz",
            file: packed.subarray(0, -4),
            reason: "truncated-file",
            someRows: true,
        },
        {
            title: "damaged gzip",
            key: "card-network/a.csv.gz",
            file: damaged,
            reason: "unreadable-file",
            someRows: true,
        },
        { title: "a bomb", key: "card-network/a.csv.gz", file: bomb, reason: "decompression-bomb", someRows: true },
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

    it("says after which row, and keeps a masked copy", async () => {
        const world = new MemoryWorld();
        await unpack(world.put("card-network/a.csv.gz", packed.subarray(0, packed.length - 4)), world.ports());
        const line = quarantineLines(world).find(({ origin }) => origin.endsWith("#file"));
        assert.match(line?.detail ?? "", /^the gzip stream ends too early \(after row \d+\)$/);
        const copy = world.quarantine.get("files/card-network/a.csv.gz/v1/00001.gz");
        assert.ok(copy instanceof Uint8Array);
        const lines = gunzipSync(copy).toString().split("\n");
        assert.equal(lines.length, 3001);
        assert.equal(lines[1], "t1,411111******1111,a1,m1,5411,FR,1.00,EUR,2025-03-01T10:00:00Z");
        assert.ok(!lines.join("\n").includes(CARD));
    });

    it("keeps a long copy in parts, none of which cuts a number in two", async () => {
        const world = new MemoryWorld();
        const long = `${"x".repeat(4 * 1024 * 1024 - 8)}${CARD},${"y".repeat(100)}`;
        await unpack(world.put("elsewhere/a.txt", long), world.ports({ chunk: 65_536 }));
        const parts = [...world.quarantine].filter(([key]) => key.startsWith("files/"));
        assert.deepEqual(
            parts.map(([key]) => key),
            ["files/elsewhere/a.txt/v1/00001.gz", "files/elsewhere/a.txt/v1/00002.gz"],
        );
        const kept = parts.map(([, part]) => gunzipSync(part as Uint8Array).toString()).join("");
        assert.equal(kept, long.replace(CARD, "411111******1111"));
    });

    it("ends the copy at its limit", async () => {
        const world = new MemoryWorld();
        const job = world.put("elsewhere/a.txt", "abc ".repeat(1000));
        await unpack(job, world.ports({ limits: { copyLength: 1000 }, chunk: 1000 }));
        const copy = world.quarantine.get("files/elsewhere/a.txt/v1/00001.gz");
        assert.ok(copy instanceof Uint8Array);
        assert.ok(gunzipSync(copy).length <= 4000 && gunzipSync(copy).length >= 1000);
        assert.equal(manifestOf(world).sha256, createHash("sha256").update("abc ".repeat(1000)).digest("hex"));
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

describe("unpack with too little time", () => {
    const files: { key: string; file: Uint8Array; rows: number }[] = [
        { key: KEY, file: Buffer.from(cardFile(500)), rows: 500 },
        { key: "card-network/a.csv.gz", file: gzipSync(cardFile(5000)), rows: 5000 },
        {
            key: "iso20022/a.xml",
            file: Buffer.from(
                `<FIToFICstmrCdtTrf><GrpHdr><MsgId>M</MsgId><CreDtTm>2025-03-01</CreDtTm><NbOfTxs>50</NbOfTxs></GrpHdr>${Array.from(
                    { length: 50 },
                    (_, index) =>
                        `<CdtTrfTxInf><PmtId><TxId>${index}</TxId></PmtId><IntrBkSttlmAmt Ccy="EUR">1</IntrBkSttlmAmt><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct><CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></CdtrAcct></CdtTrfTxInf>`,
                ).join("")}</FIToFICstmrCdtTrf>`,
            ),
            rows: 50,
        },
    ];
    for (const { key, file, rows } of files) {
        it(`hands ${key} over until it is done, each row once`, async () => {
            const world = new MemoryWorld();
            world.put(key, file);
            // Each invocation looks at the clock once a chunk; resumed ones have to come further than the one before.
            let allowance = 3;
            const invocations = await deliver(world, key, () => {
                allowance += 3;
                const chunks = allowance;
                return { chunk: 500, remainingMs: (asked) => (asked > chunks ? RESERVE_MS - 1 : RESERVE_MS) };
            });
            assert.ok(invocations > 2, `${invocations} invocations`);
            const manifest = manifestOf(world);
            assert.deepEqual([manifest.rows, manifest.sent + manifest.quarantined], [rows, rows]);
            assert.equal(manifest.sha256, createHash("sha256").update(file).digest("hex"));
            const origins = [...sentOrigins(world), ...quarantinedOrigins(world)];
            assert.deepEqual(origins.sort(), originsOf(key, rows).sort());
            assert.ok(!world.published.some((message) => message.includes("control-total")), "totals count all rows");
        });
    }

    it("fails rather than go round for ever without a new row", async () => {
        const world = new MemoryWorld();
        const job = world.put(KEY, cardFile(100));
        await assert.rejects(
            unpack({ ...job, rows: 100, sent: 67, quarantined: 33 }, world.ports({ remainingMs: () => 0 })),
            NoProgressError,
        );
        assert.deepEqual(world.landing, []);
    });

    it("leaves the fault of a file to an invocation with time to copy it", async () => {
        const world = new MemoryWorld();
        const job = world.put("card-network/a.csv.gz", gzipSync(cardFile(50)).subarray(0, -4));
        const result = await unpack(
            job,
            world.ports({ chunk: 100_000, remainingMs: (asked) => (asked > 1 ? 0 : RESERVE_MS) }),
        );
        assert.equal(result.state, "continued");
        assert.equal(world.manifests.size, 0);
        const [body = ""] = world.landing;
        assert.deepEqual(
            (await unpackAll(jobsOf(body), world.ports())).map(({ state }) => state),
            ["faulty"],
        );
        assert.equal(new Set(sentOrigins(world)).size, sentOrigins(world).length);
    });

    it("hands over the files of a notification that it does not come to", async () => {
        const world = new MemoryWorld();
        const jobs = [world.put("card-network/a.csv", cardFile(10)), world.put("card-network/b.csv", cardFile(10))];
        const results = await unpackAll(
            jobs,
            world.ports({ remainingMs: () => (world.manifests.size > 0 ? 0 : RESERVE_MS) }),
        );
        assert.deepEqual(
            results.map(({ state }) => state),
            ["done", "continued"],
        );
        assert.deepEqual(
            jobsOf(world.landing[0] ?? "").map(({ key, rows }) => [key, rows]),
            [["card-network/b.csv", 0]],
        );
    });

    it("fails when the checkpoint is not taken", async () => {
        const world = new MemoryWorld();
        const ports = world.ports({ chunk: 500, remainingMs: () => 0 });
        ports.landing = { send: async () => [{ status: "rejected", reason: new Error("full") }] };
        await assert.rejects(unpack(world.put(KEY, cardFile(100)), ports), /checkpoint of .* was not taken/);
    });

    it("fails when the bulk queue does not take every message", async () => {
        const world = new MemoryWorld();
        const ports = world.ports();
        ports.bulk = {
            send: async (messages) =>
                messages.map((_, index) =>
                    index === 3
                        ? { status: "rejected", reason: new Error("no") }
                        : { status: "fulfilled", value: undefined },
                ),
        };
        await assert.rejects(unpack(world.put(KEY, cardFile(100)), ports), /1 of \d+ messages were not taken/);
        assert.equal(world.manifests.size, 0);
    });

    it("fails when the bulk queue cannot be reached", async () => {
        const world = new MemoryWorld();
        const ports = world.ports();
        ports.bulk = { send: async () => Promise.reject(new Error("down")) };
        await assert.rejects(unpack(world.put(KEY, cardFile(1000)), ports), /bulk queue cannot be reached/);
    });
});

describe("unpack killed between any two of its effects", () => {
    const files: { title: string; key: string; file: Uint8Array; units: number }[] = [
        { title: "a good file", key: KEY, file: Buffer.from(cardFile(400)), units: 400 },
        {
            // Its last row has no line end and belongs to the fault.
            title: "a cut file",
            key: "card-network/a.csv.gz",
            file: gzipSync(cardFile(700)).subarray(0, -4),
            units: 700,
        },
    ];
    for (const { title, key, file, units } of files) {
        for (const killAfter of [false, true]) {
            it(`loses and doubles nothing of ${title}, killed ${killAfter ? "after" : "before"} the world saw the effect`, async () => {
                const whole = new MemoryWorld();
                const effects = await countEffects(whole, key, file);
                assert.ok(effects >= 5, `only ${effects} effects`);
                for (let killAt = 1; killAt <= effects; killAt++) {
                    const world = new MemoryWorld();
                    world.put(key, file);
                    await assert.rejects(
                        deliver(world, key, () => ({ ...slow, killAt, killAfter })),
                        isKilled,
                    );
                    await settled();
                    await deliver(world, key, () => slow);
                    const origins = new Set([...sentOrigins(world), ...quarantinedOrigins(world)]);
                    assert.equal(origins.size, units, `killed at effect ${killAt}`);
                    assert.deepEqual(perOrigin(world), perOrigin(whole), `killed at effect ${killAt}`);
                    const { sha256, rows, sent, quarantined } = manifestOf(whole);
                    const again = manifestOf(world);
                    assert.deepEqual(
                        [again.sha256, again.rows, again.sent, again.quarantined],
                        [sha256, rows, sent, quarantined],
                    );
                }
            });
        }
    }

    const slow: Options = { chunk: 5000 };

    async function countEffects(world: MemoryWorld, key: string, file: Uint8Array): Promise<number> {
        world.put(key, file);
        await deliver(world, key, () => slow);
        return world.effects;
    }

    it("loses and doubles nothing of a file in several hands, killed anywhere in any of them", async () => {
        const hands = (): (() => Options) => {
            let allowance = 0;
            return () => {
                allowance += 30;
                const chunks = allowance;
                return { chunk: 1000, remainingMs: (asked) => (asked > chunks ? 0 : RESERVE_MS) };
            };
        };
        const whole = new MemoryWorld();
        whole.put(KEY, cardFile(1000));
        assert.ok((await deliver(whole, KEY, hands())) >= 3);
        for (let hand = 1; hand <= 3; hand++) {
            for (let killAt = 1; ; killAt++) {
                const world = new MemoryWorld();
                world.put(KEY, cardFile(1000));
                const options = hands();
                let delivered = 0;
                let died = false;
                const waiting = [checkpointBody(jobOf(KEY))];
                while (waiting.length > 0) {
                    const body = waiting[0] ?? "";
                    delivered++;
                    const kill = delivered === hand && !died ? { killAt } : {};
                    try {
                        await unpackAll(jobsOf(body), world.ports({ ...options(), ...kill }));
                        waiting.shift();
                    } catch (error) {
                        assert.ok(isKilled(error));
                        died = true;
                    }
                    await settled();
                    waiting.push(...world.landing.splice(0));
                }
                assert.deepEqual(perOrigin(world), perOrigin(whole), `hand ${hand}, effect ${killAt}`);
                assert.equal(manifestOf(world).sent, manifestOf(whole).sent);
                if (!died) break;
            }
        }
    });

    /** What each origin became, however often it was sent. */
    function perOrigin(world: MemoryWorld): [string, string][] {
        const became = new Map<string, string>();
        for (const { body, attributes } of world.bulk) became.set(attributes.origin?.StringValue ?? "", body);
        for (const { origin, reason } of quarantineLines(world)) became.set(origin, reason);
        return [...became].sort(([a], [b]) => (a < b ? -1 : 1));
    }

    function isKilled(error: unknown): boolean {
        return error instanceof Killed || (error instanceof Error && error.cause instanceof Killed);
    }

    /** What was in flight when the process died has ended. */
    async function settled(): Promise<void> {
        await new Promise((resolve) => setImmediate(resolve));
    }
});
