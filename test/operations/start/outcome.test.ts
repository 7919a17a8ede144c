import assert from "node:assert/strict";
import { verdictLines } from "../../../operations/start/outcome.ts";
import type { Settled } from "../../../operations/start/settle.ts";
import { exitCodeOf, summaryOf } from "../../../operations/start/summary.ts";

const atRest: Settled = {
    in: 5,
    scored: 5,
    byModel: 5,
    duplicates: 0,
    quarantined: new Map(),
    deadLettered: 0,
    alerts: 1,
    underway: 0,
    loaded: 5,
    refusalsLoaded: 0,
};
const since = new Date(2026, 10, 30, 9, 15, 0);
const waiting = [
    { queue: "screened", ready: 0, taken: 3, visibilitySeconds: 360 },
    { queue: "bulk", ready: 2, taken: 0, visibilitySeconds: 180 },
];
const underWay = { waiting, since };
const well = ["Balanced: in = scored", "Loaded: the warehouse"];

describe("the verdict on a run", () => {
    for (const { title, counts, differences, starts, code } of [
        {
            title: "says that all is accounted for, and as expected",
            counts: atRest,
            differences: [],
            starts: [...well, "As expected"],
            code: 0,
        },
        { title: "says no more of samples that nobody counted before", counts: atRest, starts: well, code: 0 },
        {
            title: "names what is not as expected",
            counts: atRest,
            differences: ["alerts: 1, not 2"],
            starts: [...well, "NOT AS EXPECTED: alerts: 1, not 2"],
            code: 1,
        },
        {
            title: "calls lost what is not accounted for when no queue holds anything",
            counts: { ...atRest, in: 6 },
            starts: ["NOT BALANCED: something that came in is not accounted for, and no queue holds it", "Loaded"],
            code: 1,
        },
        {
            title: "calls lost what the warehouse lacks when no queue holds anything",
            counts: { ...atRest, loaded: 4 },
            starts: [
                "Balanced",
                "NOT LOADED: the warehouse lacks some of what was scored or refused, and no queue holds it",
            ],
            code: 1,
        },
        {
            title: "calls nothing lost and nothing unexpected while queues hold something",
            counts: { ...atRest, in: 10, underway: 3, underWay },
            differences: ["in: 10, not 12"],
            starts: [
                "Loaded",
                "STILL UNDER WAY: screened 3 taken, due again by 09:21:00; bulk 2 to be taken. Until that is done",
            ],
            code: 3,
        },
        {
            title: "says that a load is still under way when all is scored",
            counts: { ...atRest, loaded: 1, underWay },
            starts: ["Balanced", "STILL UNDER WAY: screened 3 taken"],
            code: 3,
        },
        {
            title: "does not call a run well that balances with messages in its queues",
            counts: { ...atRest, underWay },
            differences: [],
            starts: ["Balanced", "Loaded", "STILL UNDER WAY"],
            code: 3,
        },
    ] as { title: string; counts: Settled; differences?: string[]; starts: string[]; code: number }[]) {
        it(`${title}, and ends with ${code}`, () => {
            const lines = verdictLines(counts, differences);
            assert.equal(lines.length, starts.length, lines.join("\n"));
            for (const [index, start] of starts.entries()) assert.ok(lines[index]?.startsWith(start), lines[index]);
            const asExpected = differences && !counts.underWay && { asExpected: differences.length === 0 };
            assert.equal(exitCodeOf(summaryOf(counts, {}, asExpected || {})), code);
        });
    }

    it("tells programs which queues hold something, and by when it comes again", () => {
        const { balanced, underWay: told } = summaryOf({ ...atRest, in: 10, underWay }, {});
        assert.equal(balanced, false);
        assert.deepEqual(told, [
            { queue: "screened", ready: 0, taken: 3, dueBy: new Date(2026, 10, 30, 9, 21, 0).toISOString() },
            { queue: "bulk", ready: 2, taken: 0 },
        ]);
    });
});
