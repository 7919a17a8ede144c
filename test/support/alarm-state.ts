import { type AlarmTerms, TREATMENTS, type Treatment } from "../../local/services/cloudwatch/alarm-terms.ts";
import { computed } from "../../local/services/cloudwatch/metric-math.ts";
import { stateOf } from "../../local/services/cloudwatch/state-of.ts";

/** Values of each metric, one a period, the newest last; what is missing was not reported. */
export type Reported = Readonly<Record<string, readonly number[]>>;

interface Query {
    id: string;
    expression?: string;
    metric?: { metricName: string };
    returnData: boolean;
}

interface AlarmInputs {
    metricName?: string;
    metricQueries?: Query[];
    comparisonOperator: AlarmTerms["comparison"];
    threshold: number;
    evaluationPeriods: number;
    treatMissingData: Treatment;
}

/** Whether CloudWatch raises an alarm with these inputs that was well before. */
export function isRaised(inputs: Record<string, unknown>, reported: Reported): boolean {
    const alarm = inputs as unknown as AlarmInputs;
    const { metricName = "", metricQueries = [], evaluationPeriods: periods, treatMissingData } = alarm;
    const asked = metricQueries.find(({ returnData }) => returnData);
    const names = asked
        ? metricQueries.flatMap(({ id, metric }) => (metric ? [[id, metric.metricName] as const] : []))
        : [["value", metricName] as const];
    const values = Array.from({ length: periods }, (_, age) => {
        const said = names.map(([id, name]) => [id, reported[name]?.at(-1 - age)] as const);
        return computed(asked?.expression ?? "value", Object.fromEntries(said));
    });
    const missing = TREATMENTS.find((one) => one === treatMissingData);
    if (missing === undefined) throw new Error(`an alarm that does ${treatMissingData} about missing data`);
    const { comparisonOperator: comparison, threshold } = alarm;
    const terms = { name: "", metrics: {}, expression: "", periodSeconds: 60, periods, mustBreach: periods };
    return stateOf({ ...terms, state: "OK", threshold, comparison, missing }, values) === "ALARM";
}
