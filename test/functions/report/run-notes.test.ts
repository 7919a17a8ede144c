import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { report } from "../../../functions/report/report.ts";
import { REPORTS } from "../../../functions/report/reports.ts";
import { type NoteStore, S3RunNotes } from "../../../functions/report/run-notes.ts";
import { aWorld, PERIOD } from "./support.ts";

const NAMES = Object.keys(REPORTS);

describe("the notes of a run of reports", () => {
    it("say that each report began before anything was asked, and how it ended", async () => {
        const { asked, noted, objects, ports } = aWorld();
        let before = -1;
        const { note } = ports.notes;
        const notes: typeof ports.notes = {
            note: (which, runs) => {
                if (which === "begun") before = asked.length;
                return note(which, runs);
            },
        };
        await report(PERIOD, { ...ports, notes });
        assert.equal(before, 0);
        const [first, last] = noted;
        assert.deepEqual([first?.which, last?.which, noted.length], ["begun", "ended", 2]);
        const at = "2026-03-03T01:00:00.000Z";
        const common = { periodFrom: PERIOD.from, periodTo: PERIOD.to, startedAt: at };
        const ids = first?.runs.map(({ runId }) => runId) ?? [];
        assert.deepEqual(
            first?.runs,
            NAMES.map((name, index) => ({ runId: ids[index], name, ...common, status: "running" })),
        );
        assert.equal(new Set(ids).size, NAMES.length);
        assert.deepEqual(
            last?.runs,
            NAMES.map((name, index) => {
                const manifest = objects.get(`reports/${name}/2026-03-02/manifest-1.json`) ?? "";
                const manifestSha256 = createHash("sha256").update(manifest).digest("hex");
                const rowsReported = REPORTS[name as keyof typeof REPORTS].length;
                const outcome = { status: "finished", rowsReported, manifestSha256, finishedAt: at };
                return { runId: ids[index], name, ...common, ...outcome };
            }),
        );
    });

    it("say of the manifest that was there what its hash is, and not that of another", async () => {
        const { noted, ports } = aWorld();
        await report(PERIOD, ports);
        await report(PERIOD, { ...ports, invocation: "another", now: () => new Date("2026-03-04T01:00:00.000Z") });
        const [first, again] = noted.filter(({ which }) => which === "ended").map(({ runs }) => runs[0]);
        assert.equal(again?.manifestSha256, first?.manifestSha256);
        assert.notEqual(again?.runId, first?.runId);
    });

    it("say that a report failed whose query did, and that the others are finished", async () => {
        const { found, noted, ports } = aWorld();
        found.refusals = new Error("no");
        await assert.rejects(report(PERIOD, ports), { name: "ReportError" });
        assert.deepEqual(
            noted[1]?.runs.map(({ name, status }) => [name, status]),
            NAMES.map((name) => [name, name === "audit-bundle" ? "failed" : "finished"]),
        );
    });

    it("fail the run, so that it is tried again, when they cannot be written; reports are filed by then", async () => {
        const { objects, ports } = aWorld();
        const notes: typeof ports.notes = {
            note: (which) => (which === "ended" ? Promise.reject(new Error("S3 is away")) : Promise.resolve()),
        };
        await assert.rejects(report(PERIOD, { ...ports, notes }), {
            message: "the note of how the run ended: Error: S3 is away",
        });
        assert.ok(objects.has("reports/audit-bundle/2026-03-02/manifest-1.json"));
    });

    it("are an object each, named by day and invocation, with a line for each report", async () => {
        const { noted, ports } = aWorld();
        await report(PERIOD, ports);
        const written: [string, string, string][] = [];
        const store: NoteStore = {
            async create(key, body, type) {
                written.push([key, String(body), type]);
                return true;
            },
        };
        const notes = new S3RunNotes(store, "one");
        for (const { which, runs } of noted) await notes.note(which, runs);
        assert.deepEqual(
            written.map(([key, , type]) => [key.replace(/[a-p]{32}/, "NAME"), type]),
            ["begun", "ended"].map((which) => [`runs/2026-03-03/NAME-${which}.ndjson`, "application/x-ndjson"]),
        );
        const lines = written[1]?.[1]
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line));
        assert.deepEqual(lines, JSON.parse(JSON.stringify(noted[1]?.runs)));
    });
});
