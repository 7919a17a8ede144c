import assert from "node:assert/strict";
import { exitCodeOf, summaryOf } from "../../../../operations/start/summary.ts";
import { SYSTEMS, type Systems } from "../../../../operations/start/systems/systems.ts";
import { systemLines } from "../../../../operations/start/systems/text.ts";
import type { WorkDay } from "../../../../operations/start/work-day.ts";

const well = { did: "did what it had to", balanced: true };

function systems(changes: Partial<Systems> = {}): Systems {
    const all = Object.fromEntries(Object.keys(SYSTEMS).map((key) => [key, well])) as Systems;
    return { ...all, ...changes };
}

const counts = {
    ...{ in: 1, scored: 1, byModel: 1, duplicates: 0, quarantined: new Map(), deadLettered: 0 },
    ...{ alerts: 0, underway: 0, loaded: 1, refusalsLoaded: 0 },
};
const day = (changes: Partial<Systems>): WorkDay => ({
    systems: systems(changes),
    alarms: { evaluated: 1, raised: [] },
    batch: {
        orchestrator: "step-functions",
        decided: 0,
        workflows: [],
        learning: { trainings: [], judged: [], versions: [] },
        reports: [],
    },
});

describe("what each system did", () => {
    it("is told of all ten, and keeps to 80 columns", () => {
        const lines = systemLines(
            systems({ emr: { ...well, did: "was asked for something that takes many words ".repeat(4) } }),
        );
        assert.equal(lines.filter((line) => /^ {2}[✓–✗]/.test(line)).length, 10);
        for (const line of lines) assert.ok(line.length <= 80, line);
    });

    it("is marked as well, left out or not well", () => {
        const marks = (changes: Partial<Systems>) =>
            systemLines(systems(changes)).find((line) => line.includes("Athena"));
        assert.match(marks({}) ?? "", /✓ Athena/);
        assert.match(marks({ athena: { ...well, leftOut: "why" } }) ?? "", /– Athena/);
        assert.match(marks({ athena: { ...well, balanced: false } }) ?? "", /✗ Athena/);
    });

    it("has a block each in the summary, and decides with the counts on the exit code", () => {
        const summary = summaryOf(counts, {}, {}, day({}));
        assert.deepEqual(Object.keys(summary.systems ?? {}), Object.keys(SYSTEMS));
        assert.equal(exitCodeOf(summary), 0);
        assert.equal(exitCodeOf(summaryOf(counts, {}, {}, day({ sqs: { ...well, balanced: false } }))), 1);
        assert.equal(exitCodeOf(summaryOf(counts, {}, {}, day({ emr: { ...well, leftOut: "why" } }))), 0);
    });
});
