import assert from "node:assert/strict";
import type { RatePoint } from "../../../console/state.ts";
import { addPoint } from "../../../operations/console/rate.ts";

const point = (scored: number): RatePoint => ({ at: new Date(scored * 1000).toISOString(), scored, alerts: 0 });

describe("the fraud rate over time", () => {
    it("has a point where something changed, and none where nothing did", () => {
        const points: RatePoint[] = [];
        addPoint(points, point(1));
        addPoint(points, { ...point(1), at: "2026-10-03T00:00:00.000Z" });
        addPoint(points, { ...point(1), alerts: 1 });
        assert.deepEqual(points, [point(1), { ...point(1), alerts: 1 }]);
    });

    it("stays short however long it goes on, and keeps the first and the newest point", () => {
        const points: RatePoint[] = [];
        for (let scored = 1; scored <= 5000; scored += 1) addPoint(points, point(scored));
        assert.ok(points.length <= 240);
        assert.deepEqual([points[0], points.at(-1)], [point(1), point(5000)]);
        assert.deepEqual(
            points,
            [...points].sort((a, b) => a.scored - b.scored),
        );
    });
});
