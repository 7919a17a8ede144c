import { type CloudWatchClient, type MetricDataQuery, paginateGetMetricData } from "@aws-sdk/client-cloudwatch";
import type { AlarmTerms, MetricRead } from "./alarm-terms.ts";
import { FURTHER_PERIODS } from "./state-of.ts";

/** As many as CloudWatch answers at once. */
const AT_ONCE = 500;

/** What a metric said in the period that began then, in seconds since 1970. */
export type ValueAt = (read: MetricRead, periodSeconds: number, began: number) => number | undefined;

/** Reads all that these alarms look at, each metric once. */
export async function metricValues(
    cloudwatch: CloudWatchClient,
    alarms: readonly AlarmTerms[],
    at: Date,
): Promise<ValueAt> {
    const wanted = new Map<string, { read: MetricRead; periodSeconds: number }>();
    for (const { metrics, periodSeconds } of alarms) {
        for (const read of Object.values(metrics)) wanted.set(keyOf(read, periodSeconds), { read, periodSeconds });
    }
    const queries = [...wanted.values()].map(({ read, periodSeconds }, index) => queryOf(read, periodSeconds, index));
    const longest = Math.max(
        ...alarms.map(({ periodSeconds, periods }) => (periods + FURTHER_PERIODS + 1) * periodSeconds),
    );
    const StartTime = new Date(at.getTime() - longest * 1000);
    const EndTime = new Date(at.getTime() + Math.max(...alarms.map(({ periodSeconds }) => periodSeconds)) * 1000);
    const keys = [...wanted.keys()];
    const found = new Map<string, number>();
    for (let first = 0; first < queries.length; first += AT_ONCE) {
        const MetricDataQueries = queries.slice(first, first + AT_ONCE);
        const pages = paginateGetMetricData({ client: cloudwatch }, { MetricDataQueries, StartTime, EndTime });
        for await (const { MetricDataResults = [] } of pages) {
            for (const { Id = "", Timestamps = [], Values = [] } of MetricDataResults) {
                const key = keys[Number(Id.slice(1))];
                Timestamps.forEach((time, index) => {
                    const value = Values[index];
                    if (value !== undefined) found.set(`${key} ${time.getTime() / 1000}`, value);
                });
            }
        }
    }
    return (read, periodSeconds, began) => found.get(`${keyOf(read, periodSeconds)} ${began}`);
}

function keyOf({ namespace, metric, dimensions, statistic }: MetricRead, periodSeconds: number): string {
    return JSON.stringify([namespace, metric, Object.entries(dimensions).sort(), statistic, periodSeconds]);
}

function queryOf(
    { namespace, metric, dimensions, statistic }: MetricRead,
    Period: number,
    index: number,
): MetricDataQuery {
    const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
    const Metric = { Namespace: namespace, MetricName: metric, Dimensions };
    return { Id: `m${index}`, MetricStat: { Metric, Period, Stat: statistic } };
}
