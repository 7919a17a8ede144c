import {
    CloudWatchClient,
    type ComparisonOperator,
    DeleteAlarmsCommand,
    type MetricDataQuery,
    PutMetricAlarmCommand,
    type StandardUnit,
    type Statistic,
} from "@aws-sdk/client-cloudwatch";
import {
    type Inputs,
    optionalFlag,
    optionalNumber,
    optionalText,
    part,
    parts,
    text,
    textMap,
    texts,
} from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const { inputs } = resource;
        const queries = parts(inputs, "metricQueries").map(metricQuery);
        await clients.of(CloudWatchClient).send(
            new PutMetricAlarmCommand({
                AlarmName: text(resource, "name"),
                AlarmDescription: optionalText(inputs, "alarmDescription"),
                ActionsEnabled: optionalFlag(inputs, "actionsEnabled"),
                AlarmActions: texts(inputs, "alarmActions"),
                OKActions: texts(inputs, "okActions"),
                InsufficientDataActions: texts(inputs, "insufficientDataActions"),
                ComparisonOperator: optionalText(inputs, "comparisonOperator") as ComparisonOperator | undefined,
                EvaluationPeriods: optionalNumber(inputs, "evaluationPeriods"),
                DatapointsToAlarm: optionalNumber(inputs, "datapointsToAlarm"),
                Threshold: optionalNumber(inputs, "threshold"),
                TreatMissingData: optionalText(inputs, "treatMissingData"),
                ...(queries.length > 0 ? { Metrics: queries } : oneMetric(inputs)),
            }),
        );
    },
    async remove(resource, clients) {
        await clients.of(CloudWatchClient).send(new DeleteAlarmsCommand({ AlarmNames: [text(resource, "name")] }));
    },
};

function oneMetric(inputs: Inputs) {
    return {
        MetricName: optionalText(inputs, "metricName"),
        Namespace: optionalText(inputs, "namespace"),
        Dimensions: dimensions(inputs),
        Period: optionalNumber(inputs, "period"),
        Statistic: optionalText(inputs, "statistic") as Statistic | undefined,
        ExtendedStatistic: optionalText(inputs, "extendedStatistic"),
        Unit: optionalText(inputs, "unit") as StandardUnit | undefined,
    };
}

function metricQuery(query: Inputs): MetricDataQuery {
    const metric = part(query, "metric");
    return {
        Id: optionalText(query, "id"),
        Expression: optionalText(query, "expression"),
        Label: optionalText(query, "label"),
        ReturnData: optionalFlag(query, "returnData"),
        MetricStat: metric && {
            Metric: {
                MetricName: optionalText(metric, "metricName"),
                Namespace: optionalText(metric, "namespace"),
                Dimensions: dimensions(metric),
            },
            Period: optionalNumber(metric, "period"),
            Stat: optionalText(metric, "stat"),
        },
    };
}

function dimensions(inputs: Inputs) {
    return Object.entries(textMap(inputs, "dimensions")).map(([Name, Value]) => ({ Name, Value }));
}
