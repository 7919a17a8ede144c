import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { AlertTopic } from "./alert-topic.ts";
import { describeAlarm, type Runbook } from "./runbooks.ts";

/** One metric as CloudWatch knows it. */
export interface Metric {
    namespace: string;
    metric: string;
    dimensions: Record<string, Input<string>>;
    /** How the values of one period become one value. */
    statistic: "Sum" | "Maximum" | "Average" | `p${number}`;
}

interface AlarmTerms {
    /** What it means, for the person it wakes up. */
    description: string;
    /** What that person does about it. */
    runbook: Runbook;
    /** Value from which the alarm is raised. */
    threshold: number;
    /** Raised below the threshold instead, and by no data at all: for what must happen by the clock. Default: false. */
    unlessReached?: boolean;
    /** Whether a period without data leaves the alarm as it is, where a metric is told only when it changes. Default: false. */
    keptWithoutData?: boolean;
    /** Length of a period, in seconds: 60 or a multiple of it. Default: 60. */
    periodSeconds?: number;
    /** Periods in a row above the threshold before the alarm is raised. Default: 1. */
    periods?: number;
    /** Who is told when it is raised and when it is over. */
    topic: AlertTopic;
}

export interface AlarmArgs extends AlarmTerms, Metric {}

export interface MathAlarmArgs extends AlarmTerms {
    /** What the expression reads, each under the name it has there; names begin with a small letter. */
    metrics: Record<string, Metric>;
    /** CloudWatch metric math that gives one value a period. */
    expression: string;
}

/** An alarm that somebody hears, on one metric. */
export function alarm(parent: Resource, name: string, args: AlarmArgs): MetricAlarm {
    const { namespace, metric, dimensions, statistic, periodSeconds = 60 } = args;
    // CloudWatch calls percentiles by another name.
    const value = statistic.startsWith("p") ? { extendedStatistic: statistic } : { statistic };
    const reads = { namespace, metricName: metric, dimensions, ...value, period: periodSeconds };
    return new MetricAlarm(name, { ...reads, ...terms(args) }, { parent });
}

/** An alarm that somebody hears, on what several metrics say together. */
export function mathAlarm(parent: Resource, name: string, args: MathAlarmArgs): MetricAlarm {
    const { metrics, expression, periodSeconds = 60 } = args;
    const read = Object.entries(metrics).map(([id, { namespace, metric, dimensions, statistic }]) => ({
        id,
        metric: { namespace, metricName: metric, dimensions, period: periodSeconds, stat: statistic },
        returnData: false,
    }));
    const metricQueries = [{ id: "together", expression, label: name, returnData: true }, ...read];
    return new MetricAlarm(name, { metricQueries, ...terms(args) }, { parent });
}

/** As a rule no data is no alarm: an idle queue, table or function reports nothing. See docs/runbooks/README.md. */
function terms({
    description,
    runbook,
    threshold,
    unlessReached = false,
    keptWithoutData = false,
    periods = 1,
    topic,
}: AlarmTerms) {
    return {
        alarmDescription: describeAlarm(description, runbook),
        comparisonOperator: unlessReached ? "LessThanThreshold" : "GreaterThanOrEqualToThreshold",
        threshold,
        evaluationPeriods: periods,
        treatMissingData: keptWithoutData ? "ignore" : unlessReached ? "breaching" : "notBreaching",
        alarmActions: [topic.arn],
        okActions: [topic.arn],
    };
}
