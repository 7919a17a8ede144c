import assert from "node:assert/strict";
import { computed } from "../../../../local/services/cloudwatch/metric-math.ts";

describe("metric math", () => {
    it("adds up what is there, and has no value where nothing is", () => {
        assert.equal(computed("SUM(METRICS())", { a: 2, b: undefined, c: 3 }), 5);
        assert.equal(computed("SUM(METRICS())", { a: undefined }), undefined);
        assert.equal(computed("SUM(FILL(METRICS(), 0))", { a: undefined }), 0);
        assert.equal(computed("MAX(METRICS()) - MIN(METRICS())", { a: 2, b: 9 }), 7);
    });

    it("has no value for what is divided by zero or was not reported", () => {
        assert.equal(computed("used / limit", { used: 8, limit: 10 }), 0.8);
        assert.equal(computed("used / limit", { used: 8, limit: 0 }), undefined);
        assert.equal(computed("used / limit", { used: undefined, limit: 10 }), undefined);
    });

    it("decides by conditions over what is filled in", () => {
        const rule = "IF(FILL(arrived, 0) > 0 AND FILL(scored, 0) < 1, 1, 0)";
        assert.equal(computed(rule, { arrived: 5, scored: undefined }), 1);
        assert.equal(computed(rule, { arrived: undefined, scored: undefined }), 0);
        assert.equal(computed(rule, { arrived: 5, scored: 1 }), 0);
    });

    it("binds as arithmetic does", () => {
        assert.equal(computed("1 + 2 * 3 > 6 AND 1 == 1 OR 0", {}), 1);
        assert.equal(computed("(1 + 2) * 3 - -1", {}), 10);
    });

    it("names what it does not know", () => {
        assert.throws(
            () => computed("ANOMALY_DETECTION_BAND(m1, 2)", { m1: 1 }),
            /not known here: ANOMALY_DETECTION_BAND/,
        );
        assert.throws(() => computed("m2 + 1", { m1: 1 }), /no metric m2/);
        assert.throws(() => computed("m1 ? 1", { m1: 1 }), /nothing known at " \? 1"/);
        assert.throws(() => computed("(m1", { m1: 1 }), /end too early/);
        assert.throws(() => computed("m1 m1", { m1: 1 }), /too much: m1/);
        assert.throws(() => computed("METRICS()", { m1: 1 }), /several values/);
    });
});
