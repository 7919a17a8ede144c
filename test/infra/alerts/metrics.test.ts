import assert from "node:assert/strict";
import { METRICS } from "../../../local/providers/types/aws/documented-metrics.ts";
import { stackNames } from "../../../stacks/settings-of.ts";
import { thePlatform } from "../../support/infra-parts.ts";
import { everything } from "../../support/mocks.ts";

interface Read {
    alarm: string;
    metric: string;
    by: string[];
    period: number;
    statistic: string;
    missing: string;
}

interface Inputs {
    namespace?: string;
    metricName?: string;
    dimensions?: Record<string, string>;
    period?: number;
    statistic?: string;
    extendedStatistic?: string;
    treatMissingData?: string;
    metricQueries?: {
        metric?: { namespace: string; metricName: string; dimensions?: object; period: number; stat: string };
    }[];
}

/** What the alarms of the stack read, one for each metric of each. */
function readings(): Read[] {
    const alarms = everything().filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm");
    return alarms.flatMap(({ name, inputs }): Read[] => {
        const { metricQueries = [], treatMissingData: missing = "", ...one } = inputs as Inputs;
        const { statistic = one.extendedStatistic ?? "", period = 0, dimensions = {} } = one;
        const metric = `${one.namespace} ${one.metricName}`;
        const plain = { alarm: name, metric, by: Object.keys(dimensions).sort(), period, statistic, missing };
        const inMath = metricQueries.flatMap(({ metric: of }): Read[] => {
            if (of === undefined) return [];
            const by = Object.keys(of.dimensions ?? {}).sort();
            const named = `${of.namespace} ${of.metricName}`;
            return [{ alarm: name, metric: named, by, period: of.period, statistic: of.stat, missing }];
        });
        return metricQueries.length > 0 ? inMath : [plain];
    });
}

for (const stack of stackNames) {
    describe(`the metrics that the alarms of ${stack} read`, () => {
        before(() => thePlatform(stack));

        it("are documented", () => {
            const all = readings();
            assert.ok(all.length > 100, `${all.length} metrics`);
            assert.deepEqual(
                [...new Set(all.map(({ metric }) => metric))].filter((one) => !(one in METRICS)),
                [],
            );
        });

        it("are read by the dimensions that they have, or there would be no value, ever", () => {
            const wrong = readings().filter(({ metric, by }) => String(METRICS[metric]?.by) !== String(by));
            assert.deepEqual(wrong, []);
        });

        it("are read over as long as a value takes to come, or longer", () => {
            const wrong = readings().filter(({ metric, period }) => period % (METRICS[metric]?.every ?? 60) !== 0);
            assert.deepEqual(wrong, []);
        });

        it("are read by a statistic that says something of their unit", () => {
            const wrong = readings().filter(({ metric, statistic }) => !METRICS[metric]?.read.includes(statistic));
            assert.deepEqual(wrong, []);
        });

        it("leave an alarm as it is while nothing changes, where they tell changes only", () => {
            const wrong = readings().filter(
                ({ metric, missing }) => (METRICS[metric]?.onChange === true) !== (missing === "ignore"),
            );
            assert.deepEqual(wrong, []);
        });
    });
}
