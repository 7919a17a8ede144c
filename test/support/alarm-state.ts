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
    comparisonOperator: string;
    threshold: number;
    evaluationPeriods: number;
    treatMissingData: string;
}

/** Whether CloudWatch raises an alarm with these inputs, as its documentation says; knows only what the program uses. */
export function isRaised(inputs: Record<string, unknown>, reported: Reported): boolean {
    const alarm = inputs as unknown as AlarmInputs;
    const periods = Array.from({ length: alarm.evaluationPeriods }, (_, age) => valueIn(alarm, reported, age));
    switch (`${alarm.comparisonOperator}, missing ${alarm.treatMissingData}`) {
        case "GreaterThanOrEqualToThreshold, missing notBreaching":
            return periods.every((value) => value !== undefined && value >= alarm.threshold);
        // With too few values it stays what it was; only what raises it is of interest here.
        case "GreaterThanOrEqualToThreshold, missing ignore":
            return periods.every((value) => value !== undefined && value >= alarm.threshold);
        case "LessThanThreshold, missing breaching":
            return periods.every((value) => value === undefined || value < alarm.threshold);
        default:
            throw new Error("an alarm of a kind that this model does not know");
    }
}

/** The value of one period: 0 is the newest. */
function valueIn({ metricName, metricQueries = [] }: AlarmInputs, reported: Reported, age: number): number | undefined {
    const read = (name = "") => reported[name]?.at(-1 - age);
    const asked = metricQueries.find(({ returnData }) => returnData);
    if (asked === undefined) return read(metricName);
    const values = metricQueries
        .filter(({ metric }) => metric !== undefined)
        .map(({ id, metric }) => [id, read(metric?.metricName)] as const);
    return compute(asked.expression ?? "", values);
}

function compute(expression: string, values: readonly (readonly [string, number | undefined])[]): number | undefined {
    const known = values.flatMap(([, value]) => value ?? []);
    if (expression === "SUM(METRICS())") return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one);
    const [numerator, divisor] = expression.split(" / ").map((id) => values.find(([name]) => name === id)?.[1]);
    if (expression.includes(" / ")) {
        // CloudWatch has no value for a division by zero, nor for one by what was not reported.
        return numerator === undefined || !divisor ? undefined : numerator / divisor;
    }
    // IF(condition, then, else) over FILL(metric, 0), which makes zeros of what is missing.
    const filled = expression.replace(/FILL\((\w+), (\d+)\)/g, (_, id, fill) =>
        String(values.find(([name]) => name === id)?.[1] ?? fill),
    );
    const parts = /^IF\((\d+) > (\d+) AND (\d+) < (\d+), 1, 0\)$/.exec(filled)?.slice(1).map(Number);
    if (parts === undefined) throw new Error(`an expression that this model does not know: ${expression}`);
    const [arrived = 0, none = 0, scored = 0, least = 0] = parts;
    return arrived > none && scored < least ? 1 : 0;
}
