import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyHistory, type History } from "../../../../operations/drift/history/history.ts";
import { readHistory, writeHistory } from "../../../../operations/drift/history/history-file.ts";
import { type Run, remember, type Seen, told } from "../../../../operations/drift/history/remember.ts";
import { timesOf } from "../../../../operations/drift/history/times.ts";

const seen = (changes: Partial<Seen> = {}): Seen => ({
    fingerprint: "f1",
    resource: "urn:one",
    title: "Queue one was changed",
    kind: "modified",
    severity: "medium",
    paths: ["delaySeconds"],
    broken: [],
    ...changes,
});
const run = (at: string, found: Seen[], more: Partial<Run> = {}): Run => ({
    at: `2026-03-01T${at}:00.000Z`,
    seen: found,
    looked: () => true,
    isIgnored: () => false,
    ...more,
});
const left = (...runs: Run[]): History =>
    runs.reduce((history, one) => remember(history, one).history, emptyHistory("prod"));

describe("what the runs remember of a drift", () => {
    for (const [title, second, change] of [
        ["is new at first", undefined, "new"],
        ["is open when it is found again", seen(), "open"],
        ["is open when the same place has another value", seen({ title: "Queue one was changed" }), "open"],
        ["is open when it became less grave", seen({ severity: "low" }), "open"],
        ["is worse when it became graver", seen({ severity: "critical" }), "worse"],
        ["is worse when one more place differs", seen({ paths: ["delaySeconds", "policy"] }), "worse"],
        ["is worse when one more control is broken", seen({ broken: ["sqs-encrypted"] }), "worse"],
    ] as const) {
        it(title, () => {
            const before = second === undefined ? emptyHistory("prod") : left(run("10:00", [seen()]));
            assert.equal(remember(before, run("11:00", [second ?? seen()])).change.get("f1"), change);
        });
    }

    it("is resolved when a run looked and did not find it", () => {
        const { resolved, history } = remember(left(run("10:00", [seen()])), run("12:00", []));
        assert.deepEqual(
            resolved.map(({ fingerprint, how }) => [fingerprint, how]),
            [["f1", "repaired"]],
        );
        assert.deepEqual(timesOf(history), { meanTimeToRepairSeconds: 7200, repaired: 1 });
    });

    it("is not resolved when the run could not look at it", () => {
        const { resolved, unseen } = remember(left(run("10:00", [seen()])), run("12:00", [], { looked: () => false }));
        assert.deepEqual(resolved, []);
        assert.deepEqual(
            unseen.map(({ fingerprint }) => fingerprint),
            ["f1"],
        );
    });

    it("is resolved as ignored, which is no repair, when an ignore covers it", () => {
        const ignored = run("12:00", [], { isIgnored: () => true });
        const { resolved, history } = remember(left(run("10:00", [seen()])), ignored);
        assert.equal(resolved[0]?.how, "ignored");
        assert.equal(timesOf(history).repaired, 0);
    });

    it("is new when it comes back after it was resolved", () => {
        const before = left(run("10:00", [seen()]), run("11:00", []));
        assert.equal(remember(before, run("12:00", [seen()])).change.get("f1"), "new");
    });

    it("keeps when it was first seen, and takes when it was done as soon as a cloud says so", () => {
        const occurredAt = "2026-03-01T09:30:00.000Z";
        const history = left(run("10:00", [seen()]), run("11:00", [seen({ occurredAt })]), run("12:00", [seen()]));
        const [finding] = history.findings;
        assert.equal(finding?.firstSeenAt, "2026-03-01T10:00:00.000Z");
        assert.equal(finding?.occurredAt, occurredAt);
        assert.equal(timesOf(history).meanTimeToDetectSeconds, 1800);
    });

    it("is told once: what is open is not told again, and what was never told stays to be told", () => {
        const untold = (history: History) => history.findings.map((finding) => finding.untold);
        const first = left(run("10:00", [seen()]));
        assert.deepEqual(untold(first), ["new"]);
        assert.deepEqual(untold(remember(first, run("11:00", [seen()])).history), ["new"]);
        assert.deepEqual(untold(remember(told(first), run("11:00", [seen()])).history), [undefined]);
        assert.deepEqual(untold(remember(told(first), run("11:00", [])).history), ["resolved"]);
    });

    it("forgets what was resolved more than a year ago", () => {
        const old = left(run("10:00", [seen()]), run("11:00", []));
        const { history } = remember(old, { ...run("10:00", []), at: "2027-03-05T10:00:00.000Z" });
        assert.deepEqual(history.findings, []);
    });

    describe("in its file", () => {
        let folder: string;
        beforeEach(() => {
            folder = mkdtempSync(join(tmpdir(), "history-"));
        });
        afterEach(() => rmSync(folder, { recursive: true }));
        const file = () => join(folder, "below", "prod.json");

        it("is read back as it was written, and is empty at first", async () => {
            assert.deepEqual(await readHistory(file(), "prod"), emptyHistory("prod"));
            const history = left(run("10:00", [seen()]));
            await writeHistory(file(), history);
            assert.deepEqual(await readHistory(file(), "prod"), history);
        });

        it("is refused, with what to do, when it is of another stack or no history", async () => {
            await writeHistory(file(), emptyHistory("dev"));
            await assert.rejects(readHistory(file(), "prod"), /is the history of dev, not of prod\. Delete it/);
            for (const text of ["{", "[]", '{"version":1,"stack":"prod","findings":[{}]}', "null"]) {
                writeFileSync(file(), text);
                await assert.rejects(readHistory(file(), "prod"), /is no history of drift\. Delete it/, text);
            }
        });

        it("stays as it was when it cannot be written", async () => {
            writeFileSync(join(folder, "below"), "a file, no folder");
            await assert.rejects(writeHistory(file(), emptyHistory("prod")), /Cannot write/);
            assert.equal(readFileSync(join(folder, "below"), "utf8"), "a file, no folder");
        });
    });
});
