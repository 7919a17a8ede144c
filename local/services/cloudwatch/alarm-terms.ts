import type { MetricAlarm, MetricDataQuery } from "@aws-sdk/client-cloudwatch";

/** One metric, and how its values of a period become one. */
export interface MetricRead {
    readonly namespace: string;
    readonly metric: string;
    readonly dimensions: Readonly<Record<string, string>>;
    readonly statistic: string;
}

export const TREATMENTS = ["missing", "ignore", "breaching", "notBreaching"] as const;
export type Treatment = (typeof TREATMENTS)[number];

const COMPARISONS = {
    GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
    GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
    LessThanThreshold: (value: number, threshold: number) => value < threshold,
    LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
} as const;

/** An alarm as its definition says, whether it watches one metric or what several say together. */
export interface AlarmTerms {
    readonly name: string;
    readonly state: "OK" | "ALARM" | "INSUFFICIENT_DATA";
    /** By the name that the expression has for each. */
    readonly metrics: Readonly<Record<string, MetricRead>>;
    /** Metric math over those names. */
    readonly expression: string;
    readonly periodSeconds: number;
    /** Periods that are looked at, and how many of them must breach. */
    readonly periods: number;
    readonly mustBreach: number;
    readonly threshold: number;
    readonly comparison: keyof typeof COMPARISONS;
    readonly missing: Treatment;
}

/** The one metric of an alarm without an expression. */
const ONLY = "value";

/** Whether one value is where the alarm is raised. */
export function breaches({ comparison, threshold }: AlarmTerms, value: number): boolean {
    return COMPARISONS[comparison](value, threshold);
}

/** Reads an alarm as CloudWatch describes it; throws what of it is not evaluated here. */
export function alarmTerms(alarm: MetricAlarm): AlarmTerms {
    const { AlarmName: name = "", StateValue: state = "INSUFFICIENT_DATA", ComparisonOperator = "" } = alarm;
    const refuse = (what: string, value: unknown): never => {
        throw new Error(`The alarm ${name} cannot be evaluated here: ${what} is ${JSON.stringify(value)}.`);
    };
    if (!isComparison(ComparisonOperator)) return refuse("its comparison", ComparisonOperator);
    const missing = TREATMENTS.find((one) => one === (alarm.TreatMissingData ?? "missing"));
    if (missing === undefined) return refuse("what it does about missing data", alarm.TreatMissingData);
    const periods = alarm.EvaluationPeriods ?? 1;
    const read = alarm.Metrics?.length ? ofQueries(alarm.Metrics, refuse) : ofOneMetric(alarm);
    const onDynamoDb = Object.values(read.metrics).some(({ namespace }) => namespace === "AWS/DynamoDB");
    return {
        name,
        state,
        ...read,
        periods,
        mustBreach: alarm.DatapointsToAlarm ?? periods,
        threshold: alarm.Threshold ?? refuse("its threshold", undefined),
        comparison: ComparisonOperator,
        // CloudWatch says so of each alarm that evaluates a metric of DynamoDB, whatever it was told.
        missing: onDynamoDb ? "ignore" : missing,
    };
}

function isComparison(name: string): name is keyof typeof COMPARISONS {
    return name in COMPARISONS;
}

function ofOneMetric({ Namespace, MetricName, Dimensions, Statistic, ExtendedStatistic, Period }: MetricAlarm) {
    const statistic = ExtendedStatistic ?? Statistic ?? "Average";
    const read = metricRead({ Namespace, MetricName, Dimensions }, statistic);
    return { metrics: { [ONLY]: read }, expression: ONLY, periodSeconds: Period ?? 60 };
}

function ofQueries(queries: readonly MetricDataQuery[], refuse: (what: string, value: unknown) => never) {
    const asked = queries.find(({ Expression, ReturnData }) => Expression !== undefined && ReturnData !== false);
    const reads = queries.flatMap(({ Id = "", MetricStat }) => (MetricStat === undefined ? [] : [{ Id, MetricStat }]));
    const lengths = new Set(reads.map(({ MetricStat }) => MetricStat.Period ?? 60));
    const [periodSeconds] = lengths;
    if (asked?.Expression === undefined) return refuse("its expression", asked);
    if (periodSeconds === undefined || lengths.size > 1) return refuse("the lengths of its periods", [...lengths]);
    const metrics: [string, MetricRead][] = reads.map(({ Id, MetricStat }) => [
        Id,
        metricRead(MetricStat.Metric ?? {}, MetricStat.Stat ?? ""),
    ]);
    return { metrics: Object.fromEntries(metrics), expression: asked.Expression, periodSeconds };
}

type Named = Pick<MetricAlarm, "Namespace" | "MetricName" | "Dimensions">;

function metricRead({ Namespace = "", MetricName = "", Dimensions = [] }: Named, statistic: string): MetricRead {
    const dimensions = Object.fromEntries(Dimensions.map(({ Name = "", Value = "" }) => [Name, Value]));
    return { namespace: Namespace, metric: MetricName, dimensions, statistic };
}
