import assert from "node:assert/strict";
import { type Manifest, manifestKey } from "../../contract/files/manifest.ts";
import type { QuarantineLine } from "../../contract/files/quarantine.ts";
import { fileLineKey } from "../../contract/files/quarantine.ts";
import type { Supplement } from "../../contract/supplement.ts";
import { parkedKey } from "../../functions/park/parked.ts";
import { parkedMessage } from "../../functions/park/parked-message.ts";
import { judge } from "../../functions/score/account.ts";
import { readQueries } from "../../infra/query/read-queries.ts";
import { sqsRecord } from "../functions/support/sqs-record.ts";
import { later, transaction } from "../functions/support/transactions.ts";
import { type Running, startServices } from "../local/services/support/running-services.ts";
import { QueryWorld } from "./support/query-world.ts";

const DAY = 24 * 60 * 60_000;
const HOUR = DAY / 24;
const NOW = "2026-03-05T08:00:00.000Z";
const SPAN = ["2025-01-01", "2026-12-31"];
const FILE = "card-network/clearing-2026-03-02.csv";

const cash = (id: string, accountId: string, amountMinor: number, ms: number) =>
    transaction({ id, accountId, channel: "cash", amountMinor, occurredAt: later(ms) });

const line = (row: number | "file", changes: Partial<QuarantineLine> = {}): QuarantineLine => ({
    origin: `s3:${FILE}#v1#${row}`,
    source: "card-network",
    reason: "invalid-amount",
    detail: "amount is no number",
    content: "…",
    at: NOW,
    ...changes,
});

describe("the saved queries, on the local Athena", () => {
    let running: Running | undefined;
    let world: QueryWorld;

    before(async () => {
        running = await startServices();
        world = await QueryWorld.on(running);
        const series = [0, 3, 20].map((hours, index) => cash(`s:${index}`, "smurf", 850_000 + index, hours * HOUR));
        await world.record(series, NOW);
        // The first again, as it was judged before the others were known, and a retry of that.
        await world.record(series.slice(0, 1), "2026-03-04T08:00:00.000Z");
        await world.record(
            [0, 13, 26].map((hours, index) => cash(`n:${index}`, "shop", 850_000, hours * HOUR)),
            NOW,
        );
        await world.record([cash("big:1", "rich", 1_000_000, 0), cash("big:2", "rich", 999_999, 3 * DAY)], NOW);
        await world.record([transaction({ id: "ir:1", accountId: "trader", country: "IR" })], NOW);
        await world.record(
            [-181 * DAY, -1 * DAY, 0].map((ms, index) =>
                transaction({ id: `d:${index}`, accountId: "sleeper", occurredAt: later(ms) }),
            ),
            NOW,
        );
        const watched = transaction({ id: "w:1", accountId: "watched" });
        const [judged] = judge([watched], new Set([watched.id]), 0.7);
        assert.ok(judged);
        const supplementary: Supplement = {
            ...{ rating: "high", lists: ["EU", "UN"], exposed: "family", device: "trusted", runs: {} },
            doubts: [{ set: "device-reputation", doubt: "stale" }],
        };
        await world.record([watched], NOW, { finding: { ...judged.finding, supplementary } });
        const carried = transaction({
            id: "f:1",
            accountId: "card-holder",
            channel: "card",
            cardToken: `tok_v1_${"a".repeat(32)}`,
        });
        await world.record([carried], NOW, { origin: `s3:${FILE}#v1#1` });
        const manifest: Manifest = {
            file: FILE,
            source: "card-network",
            format: "csv",
            versionId: "v1",
            rows: 4,
            sent: 2,
            quarantined: 2,
            sha256: "0".repeat(64),
            startedAt: NOW,
            finishedAt: NOW,
        };
        await world.writer("manifests").write(manifestKey(FILE, "v1"), JSON.stringify(manifest), "application/json");
        const lines = [line(2), line(2), line(3, { reason: "missing-field", field: "currency" })];
        const text = lines.map((one) => JSON.stringify(one)).join("\n");
        await world.writer("quarantine").write(fileLineKey(FILE, "v1"), text, "application/x-ndjson");
        const parked = parkedMessage(sqsRecord({ body: "4111 1111 1111 1111", queue: "incoming-dead" }), NOW);
        await world.writer("parked").write(parkedKey(parked), JSON.stringify(parked), "application/json");
    });

    after(() => running?.stop());

    it("finds the planted series of structuring, whole and once, and no slower one", async () => {
        assert.deepEqual(await world.run("structuring", ...SPAN), [
            {
                account: "smurf",
                since: later(0),
                until: later(20 * HOUR),
                transactions: "3",
                euro_cents: "2550003",
                last_id: "s:2",
            },
        ]);
    });

    it("reports cash from 10,000 EUR, and not a cent less", async () => {
        const rows = await world.run("threshold-reports", ...SPAN);
        assert.deepEqual(
            rows.map(({ id, day, euro_cents }) => [id, day, euro_cents]),
            [["big:1", "2026-03-02", "1000000"]],
        );
    });

    it("keeps to the days asked for", async () => {
        assert.deepEqual(await world.run("threshold-reports", "2026-03-03", "2026-03-04"), []);
    });

    it("sums up each account with alerts once, by its newest verdicts, with all reasons", async () => {
        const [row, ...others] = await world.run("suspicious-activity", ...SPAN);
        assert.deepEqual(others, []);
        assert.deepEqual(row, {
            account: "smurf",
            transactions: "3",
            alerts: "1",
            by_model: "0",
            by_rules: "1",
            alerted_euro_cents: "850002",
            highest_score: "0.75",
            first_alert: later(20 * HOUR),
            last_alert: later(20 * HOUR),
            reasons: '["near-reporting-limit","structuring"]',
        });
    });

    it("lists the files of a time by their own account", async () => {
        const rows = await world.run("received-files", "2026-03-05", "2026-03-05");
        assert.deepEqual(
            rows.map(({ file, version, rows_read, sent, quarantined, fault }) => [
                ...[file, version, rows_read, sent, quarantined, fault],
            ]),
            [[FILE, "v1", "4", "2", "2", null]],
        );
        assert.deepEqual(await world.run("received-files", "2026-03-06", "2026-03-06"), []);
    });

    it("lists what went to a high-risk country", async () => {
        const rows = await world.run("high-risk-countries", ...SPAN);
        assert.deepEqual(
            rows.map(({ country, id, verdict }) => [country, id, verdict]),
            [["IR", "ir:1", "pass"]],
        );
    });

    it("finds the account that woke up after 180 days", async () => {
        const rows = await world.run("dormant-accounts", ...SPAN);
        assert.deepEqual(
            rows.map(({ account, id, days_asleep }) => [account, id, days_asleep]),
            [["sleeper", "d:1", "180"]],
        );
    });

    it("explains each alert by all its reasons, of the greatest revision only", async () => {
        const rows = await world.run("decisions-explained", ...SPAN);
        const ofSeries = rows.filter(({ id }) => id === "s:2");
        assert.deepEqual(
            ofSeries.map(({ score, revision, code, points }) => [score, revision, code, points]),
            [
                ["0.75", "6", "near-reporting-limit", "40"],
                ["0.75", "6", "structuring", "35"],
            ],
        );
        assert.match(String(ofSeries[0]?.explanation), /3 cash or wire amounts/);
    });

    it("counts the age of alerts from the first", async () => {
        const days = Math.floor((Date.now() - Date.parse(NOW.slice(0, 10))) / DAY);
        const age = days <= 1 ? "a: to 1 day" : days <= 7 ? "b: to 7 days" : days <= 30 ? "c: to 30 days" : "d: older";
        assert.deepEqual(await world.run("alert-ageing", ...SPAN), [
            { channel: "cash", age, alerts: "1", euro_cents: "850002", oldest: NOW },
        ]);
    });

    it("tells the life of one transaction, with the file that brought it", async () => {
        const rows = await world.run("audit-trail", "2026-03-02", "f:1");
        assert.deepEqual(
            rows.map(({ step, moment, detail }) => [step, moment, detail]),
            [
                ["1 occurred", "2026-03-02T12:00:00.000Z", "card of account card-holder in DE"],
                ["2 received", NOW, `s3:${FILE}#v1#1, file of SHA-256 ${"0".repeat(64)}`],
                ["3 decided", NOW, "pass at 0.00 by rules"],
            ],
        );
    });

    it("tells each revision of a decision and why", async () => {
        const rows = await world.run("audit-trail", "2026-03-02", "s:2");
        assert.deepEqual(
            rows.map(({ step, revision }) => [step, revision]),
            [
                ["1 occurred", "0"],
                ["2 received", "0"],
                ["3 decided", "6"],
                ["4 because", "6"],
                ["4 because", "6"],
            ],
        );
    });

    it("follows one file to its records and refusals", async () => {
        const [row, ...others] = await world.run("file-lineage", ...SPAN, FILE);
        assert.deepEqual(others, []);
        assert.deepEqual(
            [row?.rows_read, row?.sent, row?.refused_lines, row?.recorded, row?.sent_not_recorded, row?.fault],
            ["4", "2", "2", "1", "1", null],
        );
    });

    it("says what the sets said that matters, and which of them was in doubt", async () => {
        const rows = await world.run("supplementary-findings", ...SPAN);
        assert.deepEqual(
            rows.map(({ finding, detail, id, account }) => [finding, detail, id, account]),
            [
                ["account rated", "high"],
                ["counterparty on list", "EU"],
                ["counterparty on list", "UN"],
                ["politically exposed", "family"],
                ["set in doubt", "device-reputation was stale"],
            ].map(([finding, detail]) => [finding, detail, "w:1", "watched"]),
        );
    });

    it("tells in the life of a transaction which set was in doubt", async () => {
        const rows = await world.run("audit-trail", "2026-03-02", "w:1");
        assert.deepEqual(
            rows.filter(({ step }) => step === "5 in doubt").map(({ detail }) => detail),
            ["the set device-reputation was stale"],
        );
    });

    it("counts refusals once each, by reason", async () => {
        const rows = await world.run("refusals", ...SPAN);
        assert.deepEqual(
            rows.map(({ reason, field, refused }) => [reason, field, refused]),
            [
                ["invalid-amount", "", "1"],
                ["missing-field", "currency", "1"],
            ],
        );
    });

    it("counts what was parked, and says whether it can be replayed", async () => {
        const [row] = await world.run("parked-messages", ...SPAN);
        assert.deepEqual([row?.queue, row?.replayable, row?.messages], ["incoming-dead", "no", "1"]);
    });

    it("run before anything has been written, too", async () => {
        for (const { name, parameters } of readQueries()) {
            const values = parameters.map(({ name }) => (name === "id" || name === "file" ? "none" : "2020-01-01"));
            assert.deepEqual(await world.run(name, ...values), [], name);
        }
    });
});
