import assert from "node:assert/strict";
import { type AlarmTerms, TREATMENTS } from "../../../../local/services/cloudwatch/alarm-terms.ts";
import { stateOf } from "../../../../local/services/cloudwatch/state-of.ts";

/** What the examples in CloudWatch's documentation of missing data say: X breaches, 0 does not, the newest last. */
const EXAMPLES: Record<number, [string, string, string, string, string][]> = {
    3: [
        // seen, missing, ignore, breaching, notBreaching
        ["0-X-X", "OK", "OK", "OK", "OK"],
        ["0----", "OK", "OK", "OK", "OK"],
        ["-----", "INSUFFICIENT_DATA", "retained", "ALARM", "OK"],
        ["0XX-X", "ALARM", "ALARM", "ALARM", "ALARM"],
        ["--X--", "ALARM", "retained", "ALARM", "OK"],
    ],
    2: [
        ["0-X-X", "ALARM", "ALARM", "ALARM", "ALARM"],
        ["00X0X", "ALARM", "ALARM", "ALARM", "ALARM"],
        ["0-X--", "OK", "OK", "ALARM", "OK"],
        ["----0", "OK", "OK", "ALARM", "OK"],
        ["---X-", "ALARM", "retained", "ALARM", "OK"],
    ],
};

const alarm: AlarmTerms = {
    name: "any",
    state: "OK",
    metrics: {},
    expression: "",
    periodSeconds: 60,
    periods: 3,
    mustBreach: 3,
    threshold: 1,
    comparison: "GreaterThanOrEqualToThreshold",
    missing: "missing",
};

describe("the state of an alarm", () => {
    for (const [mustBreach, examples] of Object.entries(EXAMPLES)) {
        for (const [seen, ...states] of examples) {
            it(`is as CloudWatch says for ${seen} where ${mustBreach} of 3 must breach`, () => {
                const values = [...seen].reverse().map((mark) => ({ X: 1, 0: 0 })[mark]);
                TREATMENTS.forEach((missing, index) => {
                    for (const state of ["OK", "ALARM"] as const) {
                        const came = stateOf({ ...alarm, mustBreach: Number(mustBreach), missing, state }, values);
                        assert.equal(came, states[index] === "retained" ? state : states[index], `${missing} ${state}`);
                    }
                });
            });
        }
    }

    it("looks no further back than two periods beyond those that are evaluated", () => {
        const values = [undefined, undefined, undefined, 1];
        assert.equal(stateOf({ ...alarm, periods: 1, mustBreach: 1 }, values), "INSUFFICIENT_DATA");
        assert.equal(stateOf({ ...alarm, periods: 1, mustBreach: 1 }, values.slice(1)), "ALARM");
    });
});
