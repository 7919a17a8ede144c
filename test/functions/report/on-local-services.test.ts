import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { AthenaClient, GetNamedQueryCommand, ListNamedQueriesCommand } from "@aws-sdk/client-athena";
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { AthenaQueries } from "../../../functions/report/athena.ts";
import { ReportManifest } from "../../../functions/report/manifest.ts";
import { type ReportNews, report } from "../../../functions/report/report.ts";
import { S3RunNotes } from "../../../functions/report/run-notes.ts";
import { S3Reports } from "../../../functions/report/s3-reports.ts";
import { QueryWorld } from "../../analytics/support/query-world.ts";
import { type Running, region, startServices } from "../../local/services/support/running-services.ts";
import { later, transaction } from "../support/transactions.ts";

const HOUR = 60 * 60_000;
const SCORED = "2026-03-05T08:00:00.000Z";
const BUCKET = "the-reports";
const PERIOD = { from: "2026-03-02", to: "2026-03-03" };

describe("report, on the local Athena and S3", () => {
    let running: Running | undefined;
    let world: QueryWorld;
    let run: () => Promise<ReportNews[]>;
    let s3: S3Client;
    const told: object[] = [];

    before(async () => {
        running = await startServices();
        world = await QueryWorld.on(running);
        s3 = running.clients.of(S3Client);
        const athena = running.clients.of(AthenaClient);
        await s3.send(
            new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: region } }),
        );
        const { NamedQueryIds = [] } = await athena.send(new ListNamedQueriesCommand({ WorkGroup: "reports" }));
        const named = await Promise.all(
            NamedQueryIds.map(async (NamedQueryId) => {
                const { NamedQuery } = await athena.send(new GetNamedQueryCommand({ NamedQueryId }));
                return [NamedQuery?.Name, NamedQueryId];
            }),
        );
        const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / 10));
        const store = new S3Reports(s3, BUCKET);
        const ports = {
            invocation: "once",
            notes: new S3RunNotes(store, "once"),
            queries: new AthenaQueries(athena, Object.fromEntries(named), { pause, remainingMs: () => 900_000 }),
            store,
            topic: { publish: async (_: string, message: object) => void told.push(message) },
            now: () => new Date(SCORED),
            program: "1.2.3",
        };
        run = () => report(PERIOD, ports);
        const wires = [0, 3, 20].map((hours, index) =>
            transaction({
                id: `s:${index}`,
                accountId: "smurf",
                channel: "cash",
                amountMinor: 850_000 + index,
                occurredAt: later(hours * HOUR),
            }),
        );
        await world.record(wires, SCORED);
        const big = { id: "big:1", accountId: '=cmd|"x"', channel: "cash", amountMinor: 1_000_000 } as const;
        await world.record([transaction({ ...big, occurredAt: later(0) })], SCORED);
    });

    after(() => running?.stop());

    async function textOf(Key: string): Promise<string> {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
        return (await Body?.transformToString()) ?? "";
    }

    async function keys(): Promise<string[]> {
        const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "reports/" }));
        return Contents.map(({ Key = "" }) => Key).sort();
    }

    it("files every report with the hash of each file, and tells of counts only", async () => {
        const news = await run();
        assert.deepEqual(
            news.map(({ report, version, rows, isNew }) => [report, version, rows, isNew]),
            [
                ["suspicious-activity", 1, { "suspicious-activity": 1 }, true],
                ["threshold-reports", 1, { "threshold-reports": 1 }, true],
                [
                    "audit-bundle",
                    1,
                    { "decisions-explained": 2, refusals: 0, "received-files": 0, "parked-messages": 0 },
                    true,
                ],
            ],
        );
        assert.deepEqual(told, news);
        for (const { manifest } of news) {
            const { files, program } = ReportManifest.parse(JSON.parse(await textOf(manifest)));
            assert.equal(program, "1.2.3");
            for (const { file, bytes, sha256 } of files) {
                const text = await textOf(file);
                assert.equal(Buffer.byteLength(text), bytes);
                assert.equal(createHash("sha256").update(text).digest("hex"), sha256);
            }
        }
    });

    it("reports the account, why, and how grave, once", async () => {
        const file = (await keys()).find((key) => key.includes("/suspicious-activity-"));
        assert.equal(
            await textOf(file ?? ""),
            [
                "account,transactions,alerts,by_model,by_rules,alerted_euro_cents,highest_score,first_alert,last_alert,reasons",
                `smurf,3,1,0,1,850002,0.75,${later(20 * HOUR)},${later(20 * HOUR)},"[""near-reporting-limit"",""structuring""]"`,
                "",
            ].join("\r\n"),
        );
    });

    it("makes a header of no result, and no formula of an account's name", async () => {
        const all = await keys();
        const of = (query: string) => textOf(all.find((key) => key.includes(`/${query}-`)) ?? "");
        assert.equal(await of("refusals"), "source,reason,field,refused,first_at,last_at\r\n");
        assert.match(await of("threshold-reports"), /,big:1,"'=cmd\|""x""",/);
    });

    it("writes nothing when asked again, and a version beside when the records say more", async () => {
        const before = await keys();
        assert.deepEqual(new Set((await run()).map(({ isNew }) => isNew)), new Set([false]));
        assert.deepEqual(await keys(), before);
        const late = { id: "big:2", accountId: "rich", channel: "cash", amountMinor: 2_000_000 } as const;
        await world.record([transaction({ ...late, occurredAt: later(HOUR) })], SCORED);
        const news = await run();
        assert.deepEqual(
            news.map(({ report, version, isNew }) => [report, version, isNew]),
            [
                ["suspicious-activity", 1, false],
                ["threshold-reports", 2, true],
                ["audit-bundle", 1, false],
            ],
        );
        const added = (await keys()).filter((key) => !before.includes(key));
        assert.equal(added.length, 2);
        for (const key of before) assert.ok((await keys()).includes(key), key);
    });
});
