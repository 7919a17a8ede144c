import assert from "node:assert/strict";
import { periodOf } from "../../../functions/report/period.ts";

const NOW = new Date("2026-03-01T00:00:00.000Z");

describe("the period of a report", () => {
    const cases: [event: unknown, from: string, to: string, title: string][] = [
        [undefined, "2026-02-28", "2026-02-28", "is yesterday by UTC, from its midnight on"],
        [
            { workflow: "reports", step: "report", run: "1" },
            "2026-02-28",
            "2026-02-28",
            "is yesterday for the workflow",
        ],
        [{ from: "2026-02-01" }, "2026-02-01", "2026-02-01", "is one day when no end is said"],
        [{ from: "2026-02-01", to: "2026-02-28" }, "2026-02-01", "2026-02-28", "is what was asked for"],
        [{ from: "2025-02-28", to: "2026-02-28" }, "2025-02-28", "2026-02-28", "may have 366 days"],
    ];
    for (const [event, from, to, title] of cases) {
        it(title, () => assert.deepEqual(periodOf(event, NOW), { from, to }));
    }

    const refused: [event: unknown, message: RegExp][] = [
        ["yesterday", /^the period must be \{ "from"/],
        [{ from: 20260201 }, /^the period must be/],
        [{ to: "2026-02-01" }, /^the period ends on "2026-02-01" and has no beginning: say from, too$/],
        [{ from: "2026-02-30" }, /^from must be a day such as 2026-02-28, got "2026-02-30"$/],
        [{ from: "2026-13-01" }, /^from must be a day/],
        [{ from: "2026-02-01T00:00:00Z" }, /^from must be a day/],
        [{ from: "2026-02-01", to: "1' OR '1'='1" }, /^to must be a day such as/],
        [{ from: "2026-02-02", to: "2026-02-01" }, /^the period begins on 2026-02-02, after its end on 2026-02-01$/],
        [{ from: "2026-03-01" }, /^the period ends on 2026-03-01, which is not over: 2026-02-28 at the latest$/],
        [{ from: "2025-02-27", to: "2026-02-28" }, /^the period has 367 days, ask for at most 366 at once$/],
    ];
    for (const [event, message] of refused) {
        it(`is refused: ${JSON.stringify(event)}`, () => {
            assert.throws(() => periodOf(event, NOW), { name: "PeriodError", message });
        });
    }
});
