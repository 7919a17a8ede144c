import assert from "node:assert/strict";
import type { AlarmTerms } from "../../../local/services/cloudwatch/alarm-terms.ts";
import { type AlarmsOfStack, alarmsOf } from "../../../operations/proof/alarms/alarms-of.ts";
import { isProved } from "../../../operations/proof/alarms/drill.ts";
import { proveAlarms } from "../../../operations/proof/alarms/prove.ts";
import { rounds } from "../../../operations/proof/alarms/rounds.ts";
import { tellingValues } from "../../../operations/proof/alarms/telling-values.ts";

const alarm: AlarmTerms = {
    name: "errors",
    state: "OK",
    metrics: { value: { namespace: "AWS/Lambda", metric: "Errors", dimensions: {}, statistic: "Sum" } },
    expression: "value",
    periodSeconds: 60,
    periods: 2,
    mustBreach: 2,
    threshold: 3,
    comparison: "GreaterThanOrEqualToThreshold",
    missing: "notBreaching",
};

function withOtherService(inputs: Record<string, unknown>): Record<string, unknown> {
    return JSON.parse(JSON.stringify(inputs).replaceAll("cloudwatch.amazonaws.com", "config.amazonaws.com"));
}

describe("the proof of the alarms", () => {
    for (const stack of ["prod", "dev"]) {
        it(`raises and ends each alarm of ${stack}, and its subscriber is told of both`, async () => {
            const program = await alarmsOf(stack);
            const alarms = program.resources.filter(({ type }) => type.endsWith(":MetricAlarm"));
            const drilled = await proveAlarms(program);
            assert.ok(alarms.length > 100);
            assert.deepEqual(
                drilled.filter((one) => !isProved(one)),
                [],
            );
            assert.deepEqual(
                drilled.map((one) => one.alarm.name).sort(),
                alarms.map(({ outputs }) => outputs.name).sort(),
            );
        });
    }

    it("does not take an alarm for proved of which nobody is told", async () => {
        const dev = await alarmsOf("dev");
        const needed = dev.resources.filter(
            ({ type, name }) => !type.endsWith(":MetricAlarm") || name === "load-failed",
        );
        // The topic's policy lets somebody else in.
        const resources = needed.map((one) => ({ ...one, inputs: withOtherService(one.inputs) }));
        const deaf: AlarmsOfStack = { ...dev, resources };
        const [drilled] = await proveAlarms(deaf);
        assert.deepEqual([drilled?.states, drilled?.told], [["OK", "ALARM", "OK"], []]);
    });

    it("finds the least trouble that raises an alarm, and refuses one that nothing raises or ends", () => {
        assert.deepEqual(tellingValues(alarm), { trouble: { value: 3 }, calm: { value: 0 } });
        const silent = { ...alarm, comparison: "LessThanThreshold", missing: "breaching" } as const;
        assert.deepEqual(tellingValues(silent), { trouble: { value: 0 }, calm: { value: 3 } });
        assert.throws(
            () => tellingValues({ ...alarm, expression: "IF(value > 1, 0, 0)" }),
            /Nothing raises the alarm errors/,
        );
        const always = { ...alarm, expression: "9 + 0 * FILL(value, 0)" };
        assert.throws(() => tellingValues(always), /Nothing ends the alarm errors/);
    });

    it("raises two alarms that look at one metric after each other", () => {
        const on = (metric: string) => ({
            alarm: { ...alarm, metrics: { value: { namespace: "n", metric, dimensions: {}, statistic: "Sum" } } },
        });
        const [first, second, other] = [on("Errors"), on("Errors"), on("Throttles")];
        assert.deepEqual(rounds([first, second, other]), [[first, other], [second]]);
    });
});
