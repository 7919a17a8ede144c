import { type CloudWatchClient, paginateDescribeAlarms, SetAlarmStateCommand } from "@aws-sdk/client-cloudwatch";
import { type AlarmTerms, alarmTerms } from "./alarm-terms.ts";
import { computed } from "./metric-math.ts";
import { metricValues, type ValueAt } from "./metric-values.ts";
import { FURTHER_PERIODS, stateOf } from "./state-of.ts";

/** What became of one alarm. */
export interface Evaluated {
    readonly name: string;
    readonly before: AlarmTerms["state"];
    readonly state: AlarmTerms["state"];
}

/**
 * Does what CloudWatch does once a minute: holds each alarm against what its metrics said in its periods up to `at`, and
 * where its state changes, changes it, which tells its topics. The period that runs counts as it stands: CloudWatch's periods
 * end when it looks, so what has just happened is in them.
 */
export async function evaluateAlarms(
    cloudwatch: CloudWatchClient,
    at: Date,
    only: (alarm: AlarmTerms) => boolean = () => true,
): Promise<Evaluated[]> {
    const alarms = (await allAlarms(cloudwatch)).filter(only);
    if (alarms.length === 0) return [];
    const valueAt = await metricValues(cloudwatch, alarms, at);
    const evaluated: Evaluated[] = [];
    for (const alarm of alarms) {
        const values = valuesOf(alarm, valueAt, at);
        const state = stateOf(alarm, values);
        evaluated.push({ name: alarm.name, before: alarm.state, state });
        if (state === alarm.state) continue;
        const StateReason = reason(alarm, values);
        await cloudwatch.send(new SetAlarmStateCommand({ AlarmName: alarm.name, StateValue: state, StateReason }));
    }
    return evaluated;
}

export async function allAlarms(cloudwatch: CloudWatchClient): Promise<AlarmTerms[]> {
    const alarms: AlarmTerms[] = [];
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client: cloudwatch }, {})) {
        alarms.push(...MetricAlarms.map(alarmTerms));
    }
    return alarms;
}

/** One value a period, the newest first. */
function valuesOf({ metrics, expression, periodSeconds, periods }: AlarmTerms, valueAt: ValueAt, at: Date) {
    const end = Math.ceil(at.getTime() / 1000 / periodSeconds) * periodSeconds;
    return Array.from({ length: periods + FURTHER_PERIODS }, (_, age) => {
        const began = end - (age + 1) * periodSeconds;
        const read = Object.entries(metrics).map(([id, one]) => [id, valueAt(one, periodSeconds, began)] as const);
        return computed(expression, Object.fromEntries(read));
    });
}

function reason({ comparison, threshold, periods }: AlarmTerms, values: readonly (number | undefined)[]): string {
    const latest = values.slice(0, periods).map((value) => value ?? "nothing");
    const shown =
        latest.length > 5 ? `${latest.slice(0, 5).join(", ")} and ${latest.length - 5} more` : latest.join(", ");
    return `Of the last ${periods} periods, the newest first: ${shown}. Raised by ${comparison} ${threshold}.`;
}
