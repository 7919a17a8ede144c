import assert from "node:assert/strict";
import { report } from "../../../functions/report/report.ts";
import { REPORT_QUERIES } from "../../../functions/report/reports.ts";
import { readQueries } from "../../../infra/query/read-queries.ts";
import { aWorld, PERIOD } from "./support.ts";

const FOLDER = "reports/threshold-reports/2026-03-02";
const BUNDLE = "reports/audit-bundle/2026-03-02";

describe("report", () => {
    it("asks saved queries whose parameters are the first and the last day, in this order", () => {
        const saved = new Map(readQueries().map(({ name, parameters }) => [name, parameters.map(({ name }) => name)]));
        for (const query of REPORT_QUERIES) assert.deepEqual(saved.get(query), ["from", "to"], query);
    });

    it("asks each query once, for the period", async () => {
        const { asked, ports } = aWorld();
        await report({ from: "2026-03-01", to: "2026-03-02" }, ports);
        assert.deepEqual(asked.map(([query]) => query).sort(), [...REPORT_QUERIES].sort());
        for (const [, values] of asked) assert.deepEqual(values, ["2026-03-01", "2026-03-02"]);
    });

    it("files a manifest that says what was asked, read, found and by what", async () => {
        const { objects, ports } = aWorld();
        await report(PERIOD, ports);
        const sha256 = "64c0dea2e1c321cbbcbf78285b8704a51abbc6b0be3117c8c3208ac6082a3284";
        const manifest = JSON.parse(objects.get(`${FOLDER}/manifest-1.json`) ?? "");
        assert.deepEqual(manifest, {
            report: "threshold-reports",
            period: PERIOD,
            madeAt: "2026-03-03T01:00:00.000Z",
            program: "1.2.3",
            version: 1,
            files: [
                {
                    query: "threshold-reports",
                    querySha256: "5afcea269d23399d278cd91c481c279c893f1334c5a63d7b1e54797edcd8dcfe",
                    scannedBytes: 10,
                    file: `${FOLDER}/threshold-reports-mkcgdeaiehcjihcb.csv`,
                    rows: 1,
                    bytes: 6,
                    sha256,
                },
            ],
        });
    });

    it("names a period of several days by its first and last", async () => {
        const { objects, ports } = aWorld();
        await report({ from: "2026-03-01", to: "2026-03-02" }, ports);
        assert.ok(objects.has("reports/threshold-reports/2026-03-01_2026-03-02/manifest-1.json"));
    });

    it("writes the manifest last, so that nothing half-written counts", async () => {
        const { objects, ports } = aWorld();
        const { create } = ports.store;
        const failing = async (...[key, body, type]: Parameters<typeof create>) => {
            if (key.startsWith(`${BUNDLE}/received-files-`)) throw new Error("S3 is away");
            return create(key, body, type);
        };
        await assert.rejects(report(PERIOD, { ...ports, store: { ...ports.store, create: failing } }), {
            name: "ReportError",
            message: "audit-bundle: Error: S3 is away",
        });
        assert.ok(!objects.has(`${BUNDLE}/manifest-1.json`));
        const left = [...objects.keys()].filter((key) => key.startsWith(BUNDLE));
        assert.equal(left.length, 2);
        await report(PERIOD, ports);
        assert.ok(objects.has(`${BUNDLE}/manifest-1.json`));
    });

    it("names a query that failed with Athena's reason, and files the reports that need it not", async () => {
        const { found, objects, told, ports } = aWorld();
        found.refusals = Object.assign(new Error("Query exhausted resources"), { name: "QueryFailed" });
        await assert.rejects(report(PERIOD, ports), {
            name: "ReportError",
            message: "refusals: QueryFailed: Query exhausted resources",
        });
        const manifests = [...objects.keys()].filter((key) => key.endsWith(".json"));
        assert.deepEqual(manifests, [
            "reports/suspicious-activity/2026-03-02/manifest-1.json",
            `${FOLDER}/manifest-1.json`,
        ]);
        assert.equal(told.length, 2);
    });

    it("tells names and counts, never a row", async () => {
        const { found, told, ports } = aWorld();
        found["threshold-reports"] = [["secret-account"], ["another"]];
        await report(PERIOD, ports);
        assert.deepEqual(told[1], {
            subject: "Report threshold-reports of 2026-03-02 to 2026-03-02, version 1",
            message: {
                type: "report",
                report: "threshold-reports",
                period: PERIOD,
                version: 1,
                manifest: `${FOLDER}/manifest-1.json`,
                rows: { "threshold-reports": 2 },
                isNew: true,
            },
        });
        assert.doesNotMatch(JSON.stringify(told), /secret/);
    });

    it("tells again of what was filed before, since the run that filed it may have ended before", async () => {
        const { told, objects, ports } = aWorld();
        const silent = { publish: () => Promise.reject(new Error("SNS is away")) };
        await assert.rejects(report(PERIOD, { ...ports, topic: silent }), {
            message: /threshold-reports: Error: SNS is away/,
        });
        const before = new Map(objects);
        await report(PERIOD, ports);
        assert.deepEqual(objects, before);
        assert.equal(told.length, 3);
        assert.ok(told.every(({ message }) => "isNew" in message && message.isNew === false));
    });

    it("files another result as the next version, and the one before stays", async () => {
        const { found, objects, ports } = aWorld();
        await report(PERIOD, ports);
        const before = new Map(objects);
        found["threshold-reports"] = [["2"]];
        await report(PERIOD, ports);
        for (const [key, text] of before) assert.equal(objects.get(key), text);
        const second = JSON.parse(objects.get(`${FOLDER}/manifest-2.json`) ?? "");
        assert.equal(second.version, 2);
        assert.equal(objects.get(second.files[0].file), "a\r\n2\r\n");
        assert.ok(!objects.has(`${BUNDLE}/manifest-2.json`));
    });

    it("files the next version when the same was found by another query text", async () => {
        const { objects, ports } = aWorld();
        await report(PERIOD, ports);
        const { question, ask } = ports.queries;
        const changed = async (name: string) => ({ ...(await question(name)), text: `other text of ${name}` });
        const asIs: typeof ask = (asked, values) => ask({ ...asked, text: asked.text.slice("other ".length) }, values);
        await report(PERIOD, { ...ports, queries: { question: changed, ask: asIs } });
        assert.ok(objects.has(`${FOLDER}/manifest-2.json`));
    });

    it("takes the next number when another run took this one meanwhile", async () => {
        const { objects, ports } = aWorld();
        const { create } = ports.store;
        let others = 1;
        const racing = async (...[key, body, type]: Parameters<typeof create>) => {
            if (key === `${FOLDER}/manifest-1.json` && others-- > 0) {
                const theirs = JSON.parse(String(body));
                theirs.files[0].sha256 = "0".repeat(64);
                objects.set(key, JSON.stringify(theirs));
            }
            return create(key, body, type);
        };
        await report(PERIOD, { ...ports, store: { ...ports.store, create: racing } });
        assert.equal(JSON.parse(objects.get(`${FOLDER}/manifest-2.json`) ?? "").version, 2);
    });

    it("gives up on a period that others keep filing", async () => {
        const { ports } = aWorld();
        const create = async (key: string) => !key.endsWith(".json");
        await assert.rejects(report(PERIOD, { ...ports, store: { ...ports.store, create } }), {
            message: /threshold-reports: FilingError: reports\/threshold-reports\/2026-03-02 got 5 other versions/,
        });
    });

    for (const text of ["no JSON", '{"report":"x"}']) {
        it(`replaces no manifest that it cannot read: ${text}`, async () => {
            const { objects, ports } = aWorld();
            objects.set(`${FOLDER}/manifest-1.json`, text);
            await assert.rejects(report(PERIOD, ports), {
                message: `threshold-reports: ManifestError: ${FOLDER}/manifest-1.json is no manifest of a report: find out who wrote it`,
            });
            assert.equal(objects.get(`${FOLDER}/manifest-1.json`), text);
        });
    }
});
