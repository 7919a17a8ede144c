import assert from "node:assert/strict";
import { periodOf } from "../../../../functions/report/period.ts";
import { periodIn } from "../../../../operations/start/batch/report-samples.ts";

const NOW = new Date("2026-11-30T10:00:00.000Z");

describe("the days of the samples", () => {
    for (const { title, days, period } of [
        {
            title: "are from the first to the last",
            days: ["2026-10-03", "2026-10-14", "2026-10-01"],
            period: ["2026-10-01", "2026-10-14"],
        },
        {
            title: "end before a day that is not over",
            days: ["2026-11-28", "2026-11-30"],
            period: ["2026-11-28", "2026-11-28"],
        },
        {
            title: "are those of the last year when there are more",
            days: ["2020-01-01", "2025-11-29", "2026-11-29"],
            period: ["2025-11-29", "2026-11-29"],
        },
    ]) {
        it(`${title}, and are such as a report can be about`, () => {
            const [from, to] = period;
            assert.deepEqual(periodIn(days, NOW), { from, to });
            assert.deepEqual(periodOf({ from, to }, NOW), { from, to });
        });
    }

    it("are none when none of them is over", () => {
        assert.equal(periodIn([], NOW), undefined);
        assert.equal(periodIn(["2026-12-01"], NOW), undefined);
    });
});
