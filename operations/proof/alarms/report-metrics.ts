import { type CloudWatchClient, type MetricDatum, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import type { AlarmTerms } from "../../../local/services/cloudwatch/alarm-terms.ts";
import type { Values } from "../../../local/services/cloudwatch/metric-math.ts";
import { FURTHER_PERIODS } from "../../../local/services/cloudwatch/state-of.ts";

/** As many as CloudWatch takes at once. */
const AT_ONCE = 1000;

/** Reports these values in every period that an alarm looks at, at `at`. */
export async function reportMetrics(
    cloudwatch: CloudWatchClient,
    reports: readonly { alarm: AlarmTerms; values: Values }[],
    at: Date,
): Promise<void> {
    const byNamespace = new Map<string, MetricDatum[]>();
    for (const { alarm, values } of reports) {
        for (const [id, { namespace, metric, dimensions }] of Object.entries(alarm.metrics)) {
            const Value = values[id];
            if (Value === undefined) continue;
            const Dimensions = Object.entries(dimensions).map(([Name, value]) => ({ Name, Value: value }));
            const data = byNamespace.get(namespace) ?? [];
            byNamespace.set(namespace, data);
            for (const Timestamp of periodsBefore(alarm, at)) {
                data.push({ MetricName: metric, Dimensions, Timestamp, Value });
            }
        }
    }
    for (const [Namespace, data] of byNamespace) {
        for (let first = 0; first < data.length; first += AT_ONCE) {
            const MetricData = data.slice(first, first + AT_ONCE);
            await cloudwatch.send(new PutMetricDataCommand({ Namespace, MetricData }));
        }
    }
}

function periodsBefore({ periodSeconds, periods }: AlarmTerms, at: Date): Date[] {
    const end = Math.floor(at.getTime() / 1000 / periodSeconds) * periodSeconds;
    return Array.from(
        { length: periods + FURTHER_PERIODS },
        (_, age) => new Date((end - (age + 1) * periodSeconds) * 1000),
    );
}
