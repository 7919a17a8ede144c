import { CloudWatchClient, GetMetricDataCommand, type Metric, paginateListMetrics } from "@aws-sdk/client-cloudwatch";
import type { Clients } from "../../../local/services/clients.ts";

const DAY_SECONDS = 86_400;
const AT_ONCE = 500;

/** What a metric came to since yesterday, by the value of its one dimension. */
export async function metricSums(
    clients: Clients,
    Namespace: string,
    MetricName: string,
): Promise<Map<string, number>> {
    const cloudwatch = clients.of(CloudWatchClient);
    const metrics: Metric[] = [];
    for await (const { Metrics = [] } of paginateListMetrics({ client: cloudwatch }, { Namespace, MetricName })) {
        metrics.push(...Metrics);
    }
    const [StartTime, EndTime] = [-1, 1].map((days) => new Date(Date.now() + days * DAY_SECONDS * 1000));
    const sums = new Map<string, number>();
    for (let first = 0; first < metrics.length; first += AT_ONCE) {
        const some = metrics.slice(first, first + AT_ONCE);
        const MetricDataQueries = some.map((Metric, index) => ({
            Id: `m${index}`,
            MetricStat: { Metric, Period: DAY_SECONDS, Stat: "Sum" },
        }));
        const asked = new GetMetricDataCommand({ MetricDataQueries, StartTime, EndTime });
        const { MetricDataResults = [] } = await cloudwatch.send(asked);
        MetricDataResults.forEach(({ Values = [] }, index) => {
            const name = some[index]?.Dimensions?.[0]?.Value ?? "";
            sums.set(name, (sums.get(name) ?? 0) + Values.reduce((sum, value) => sum + value, 0));
        });
    }
    return sums;
}

export function totalOf(sums: ReadonlyMap<string, number>): number {
    return [...sums.values()].reduce((sum, value) => sum + value, 0);
}
