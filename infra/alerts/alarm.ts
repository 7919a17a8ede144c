import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { AlertTopic } from "./alert-topic.ts";

export interface AlarmArgs {
    /** What it means, for the person it wakes up. */
    description: string;
    namespace: string;
    metric: string;
    dimensions: Record<string, Input<string>>;
    /** How the values of one period become one value. */
    statistic: "Sum" | "Maximum";
    /** Value from which the alarm is raised. */
    threshold: number;
    /** Length of a period, in seconds: 60 or a multiple of it. Default: 60. */
    periodSeconds?: number;
    /** Periods in a row above the threshold before the alarm is raised. Default: 1. */
    periods?: number;
    /** Who is told when it is raised and when it is over. */
    topic: AlertTopic;
}

/** An alarm that somebody hears. No data is no alarm: an idle queue or function reports nothing. */
export function alarm(parent: Resource, name: string, args: AlarmArgs): MetricAlarm {
    const { description, namespace, metric, dimensions, statistic, threshold, topic } = args;
    const { periodSeconds = 60, periods = 1 } = args;
    return new MetricAlarm(
        name,
        {
            alarmDescription: description,
            namespace,
            metricName: metric,
            dimensions,
            statistic,
            comparisonOperator: "GreaterThanOrEqualToThreshold",
            threshold,
            period: periodSeconds,
            evaluationPeriods: periods,
            treatMissingData: "notBreaching",
            alarmActions: [topic.arn],
            okActions: [topic.arn],
        },
        { parent },
    );
}
