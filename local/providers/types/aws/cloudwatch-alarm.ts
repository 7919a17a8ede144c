import type { Properties } from "../../../store/value.ts";
import { type Check, each, when } from "../../checks/check.ts";
import { mostItems, oneOf, pattern, range, required } from "../../checks/common.ts";

import { readingFaults } from "./metric-reading.ts";

const OPERATORS = [
    "GreaterThanOrEqualToThreshold",
    "GreaterThanThreshold",
    "LessThanThreshold",
    "LessThanOrEqualToThreshold",
    "LessThanLowerOrGreaterThanUpperThreshold",
    "LessThanLowerThreshold",
    "GreaterThanUpperThreshold",
];
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html, AlarmActions */
const ACTION = /^arn:[\w-]+:(aiops|automate|autoscaling|lambda|sns|ssm|ssm-incidents|swf):/;
/** An alarm looks back over at most a week, or a day when its period is under an hour. */
const WEEK_SECONDS = 7 * 24 * 3600;
const DAY_SECONDS = 24 * 3600;

export const metricAlarmChecks: readonly Check[] = [
    required("comparisonOperator", "evaluationPeriods"),
    oneOf("comparisonOperator", OPERATORS),
    range("evaluationPeriods", 1, WEEK_SECONDS / 10),
    range("datapointsToAlarm", 1, WEEK_SECONDS / 10),
    oneOf("statistic", ["SampleCount", "Average", "Sum", "Minimum", "Maximum"]),
    pattern(
        "extendedStatistic",
        /^(p(100|\d{1,2}(\.\d{1,10})?)|(tm|wm|tc|ts|pr|TM|WM|TC|TS|PR|iqm|IQM).*)$/,
        "a percentile such as p99",
    ),
    oneOf("treatMissingData", ["missing", "ignore", "breaching", "notBreaching"]),
    mostItems("metricQueries", 20),
    ...["alarmActions", "okActions", "insufficientDataActions"].map((actions) => mostItems(actions, 5)),
    ...["alarmActions[*]", "okActions[*]", "insufficientDataActions[*]"].map((action) =>
        pattern(action, ACTION, "the ARN of a topic, or of another action of an alarm"),
    ),
    ...["period", "metricQueries[*].metric.period"].map((path) => each(path, (period) => periodFault(Number(period)))),
    when(["metricName", "metricQueries"], "metricName", metricFault),
    when(["comparisonOperator"], "comparisonOperator", ({ comparisonOperator, thresholdMetricId }) =>
        /(Upper|Lower)Threshold$/.test(String(comparisonOperator)) && thresholdMetricId === undefined
            ? `is for bands of a thresholdMetricId, got ${comparisonOperator}`
            : undefined,
    ),
    readingFaults,
    when(["threshold", "thresholdMetricId"], "threshold", ({ threshold, thresholdMetricId }) =>
        threshold === undefined && thresholdMetricId === undefined
            ? "is required without a thresholdMetricId"
            : undefined,
    ),
    when(["evaluationPeriods", "datapointsToAlarm"], "datapointsToAlarm", ({ evaluationPeriods, datapointsToAlarm }) =>
        Number(datapointsToAlarm ?? 0) > Number(evaluationPeriods) ? "must not exceed evaluationPeriods" : undefined,
    ),
    when(["evaluationPeriods", "period"], "evaluationPeriods", ({ evaluationPeriods, period }) => {
        const longest = Number(period) >= 3600 ? WEEK_SECONDS : DAY_SECONDS;
        const seconds = Number(evaluationPeriods) * Number(period ?? 0);
        return seconds > longest ? `times period must not exceed ${longest} seconds, is ${seconds}` : undefined;
    }),
];

function periodFault(seconds: number): string | undefined {
    const fits = [10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0);
    return fits ? undefined : `must be 10, 20, 30 or a multiple of 60 seconds, got ${seconds}`;
}

/** Either a metric with all that reads it, or queries. */
function metricFault(inputs: Properties): string | undefined {
    const { metricName, metricQueries, namespace, period, statistic, extendedStatistic } = inputs;
    if (metricQueries !== undefined) return metricName === undefined ? undefined : "conflicts with metricQueries";
    if (metricName === undefined) return "is required without metricQueries";
    const reads = { namespace, period, "statistic or extendedStatistic": statistic ?? extendedStatistic };
    const absent = Object.entries(reads).filter(([, value]) => value === undefined);
    if (absent.length > 0) return `also needs ${absent.map(([name]) => name).join(", ")}`;
    return statistic !== undefined && extendedStatistic !== undefined
        ? "cannot have both statistic and extendedStatistic"
        : undefined;
}
