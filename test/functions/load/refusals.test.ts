import assert from "node:assert/strict";
import { fileLineKey, messageKey, type QuarantineLine, rowsKey } from "../../../contract/files/quarantine.ts";
import { runsKey } from "../../../contract/files/report-run.ts";
import { fileOrigin } from "../../../contract/transaction/origin.ts";
import { begun, ended } from "../../../functions/report/run-notes.ts";
import { messages } from "./support.ts";
import { WarehouseWorld } from "./warehouse-world.ts";

const FILE = "card-network/day #1 €.csv";
const CARD = "4111 1111 1111 1111";

function refused(origin: string, changes: Partial<QuarantineLine> = {}): QuarantineLine {
    return {
        ...{ origin, source: "card-network", reason: "invalid-amount", detail: `amount is wrong: ${CARD}` },
        ...{ field: "amount", content: `a row that names ${CARD}`, at: "2026-10-08T10:00:00.000Z", ...changes },
    };
}

describe("load, of refusals and report runs", () => {
    let world: WarehouseWorld;
    before(async () => {
        world = await WarehouseWorld.open();
    });
    beforeEach(() => world.clear());
    after(() => world.close());

    const rows = () =>
        world.read<Record<string, unknown>>(
            `SELECT origin, source, reason, file, line::INT, refused_at::TEXT FROM compliance.quarantine ORDER BY origin`,
        );
    const bring = async (bucket: "quarantine" | "reports", objects: readonly [string, object[]][], times = 1) => {
        for (const [key, lines] of objects) world.putPlain(bucket, key, lines);
        const keys = objects.map(([key]) => key);
        const { failures } = await world.load(messages(keys, times, bucket));
        assert.deepEqual([...failures], []);
    };

    it("keep of a refusal where it came from, why and when, and nothing of what arrived", async () => {
        const [row, whole] = [fileOrigin(FILE, "v-1", 7), fileOrigin(FILE, "v-1", "file")];
        await bring("quarantine", [
            [rowsKey(FILE, "v-1", 7), [refused(row)]],
            [fileLineKey(FILE, "v-1"), [refused(whole, { reason: "truncated-file" })]],
            [messageKey("sqs:1"), [refused("sqs:1", { source: "live" })]],
        ]);
        const at = { refused_at: "2026-10-08 10:00:00" };
        assert.deepEqual(await rows(), [
            { origin: row, source: "card-network", reason: "invalid-amount", file: FILE, line: 7, ...at },
            { origin: whole, source: "card-network", reason: "truncated-file", file: FILE, line: null, ...at },
            { origin: "sqs:1", source: "live", reason: "invalid-amount", file: null, line: null, ...at },
        ]);
        const all = JSON.stringify([
            await world.read("SELECT * FROM compliance.quarantine"),
            await world.read("SELECT * FROM compliance.loads"),
        ]);
        assert.ok(all.includes("truncated-file"));
        assert.doesNotMatch(all, /4111|1111|a row that names|amount is wrong/);
    });

    it("take an origin that only looks like a file's for what it is", async () => {
        const origins = ["s3:", "s3:a", "s3:a#1", "s3:#v#1", "s3:a##1", "s3:a#v#x", "s3:a#v#99999999999", "#v#1", "##"];
        await bring(
            "quarantine",
            origins.map((origin) => [messageKey(origin), [refused(origin)]]),
        );
        const found = await rows();
        assert.deepEqual(
            found.map(({ origin }) => origin),
            origins.toSorted(),
        );
        for (const { file, line, origin } of found) assert.deepEqual([file, line], [null, null], String(origin));
    });

    it("count a refusal once, however often it is announced, and keep the newest that S3 has", async () => {
        const origin = fileOrigin(FILE, "v1", 3);
        const [older, newer] = [
            refused(origin),
            refused(origin, { reason: "missing-field", at: "2026-10-08T10:05:00.000Z" }),
        ];
        const key = rowsKey(FILE, "v1", 3);
        for (const order of [
            [[older], [newer]],
            [[newer], [older]],
            [[older, newer], [newer]],
        ]) {
            await world.clear();
            for (const [index, lines] of order.entries()) await bring("quarantine", [[key, lines]], index + 1);
            assert.deepEqual(
                (await rows()).map(({ reason, refused_at }) => [reason, refused_at]),
                [["missing-field", "2026-10-08 10:05:00"]],
            );
        }
    });

    it("let a refusal that does not fit hold up no other and no verdict", async () => {
        const keys = ["a", "b", "c"].map((name) => messageKey(name));
        for (const [index, key] of keys.entries()) world.putPlain("quarantine", key, [refused(`sqs:${index}`)]);
        world.putPlain("quarantine", keys[1] ?? "", [{ ...refused("sqs:1"), at: "at noon" }]);
        const { failures, objectsLoaded } = await world.load(messages(keys, 1, "quarantine"));
        assert.deepEqual([[...failures.keys()], objectsLoaded], [["m-2"], 2]);
        assert.deepEqual(
            (await rows()).map(({ origin }) => origin),
            ["sqs:0", "sqs:2"],
        );
        assert.deepEqual(await world.leftOver(), []);
    });

    const STARTED = "2026-10-08T01:00:00.000Z";
    const PERIOD = { from: "2026-10-07", to: "2026-10-07" };
    const runs = () =>
        world.read<Record<string, unknown>>(
            `SELECT name, period_from::TEXT, status, rows_reported::INT AS rows, manifest_sha256 AS hash,
                 finished_at::TEXT FROM compliance.report_runs ORDER BY name, started_at`,
        );

    it("keep of a report run how it ended, in whatever order its notes are announced", async () => {
        const started = begun("one", PERIOD, STARTED);
        const hash = "ab".repeat(32);
        const done = new Map([["threshold-reports", { rowsReported: 4, manifestSha256: hash }]]);
        const finished = ended(started, done, "2026-10-08T01:02:00.000Z");
        const notes: [string, object[]][] = [
            [runsKey("one", STARTED, "begun"), started],
            [runsKey("one", STARTED, "ended"), finished],
        ];
        const [at, day] = ["2026-10-08 01:02:00", PERIOD.from];
        const failed = { period_from: day, status: "failed", rows: null, hash: null, finished_at: at };
        for (const order of [notes, notes.toReversed(), [...notes, ...notes]]) {
            await world.clear();
            for (const [index, note] of order.entries()) await bring("reports", [note], index + 1);
            assert.deepEqual(await runs(), [
                { name: "audit-bundle", ...failed },
                { name: "suspicious-activity", ...failed },
                { name: "threshold-reports", ...failed, status: "finished", rows: 4, hash },
            ]);
        }
    });

    it("change nothing of a report run that is announced again", async () => {
        const ends = ended(begun("one", PERIOD, STARTED), new Map(), STARTED);
        for (const times of [1, 2]) await bring("reports", [[runsKey("one", STARTED, "ended"), ends]], times);
        assert.deepEqual(await world.loads(), [
            [1, 3, 3],
            [1, 3, 0],
        ]);
    });

    it("show a report run that broke off as one that still runs", async () => {
        await bring("reports", [[runsKey("one", STARTED, "begun"), begun("one", PERIOD, STARTED)]]);
        assert.deepEqual([...new Set((await runs()).map(({ status }) => status))], ["running"]);
    });
});
