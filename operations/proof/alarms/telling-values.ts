import type { AlarmTerms } from "../../../local/services/cloudwatch/alarm-terms.ts";
import { computed, type Values } from "../../../local/services/cloudwatch/metric-math.ts";
import { FURTHER_PERIODS, stateOf } from "../../../local/services/cloudwatch/state-of.ts";

/** What an alarm's metrics report in each period while there is trouble, and while there is none. */
export interface TellingValues {
    readonly trouble: Values;
    readonly calm: Values;
}

/**
 * Finds what the metrics of an alarm have to report, the same in each period, for it to be raised and to be over, by trying
 * values about its threshold. Throws when there is none: an alarm that nothing raises, or nothing ends.
 */
export function tellingValues(alarm: AlarmTerms): TellingValues {
    const { name, threshold } = alarm;
    // Silence comes last: what is reported shows more.
    const candidates = [...new Set([0, 1, threshold, 2 * threshold + 1, 100 * threshold + 100]), undefined];
    const tried = assignments(Object.keys(alarm.metrics), candidates);
    const trouble = tried.find((values) => comesTo({ ...alarm, state: "OK" }, values) === "ALARM");
    if (trouble === undefined) throw new Error(`Nothing raises the alarm ${name}.`);
    const calm = tried.find((values) => comesTo({ ...alarm, state: "ALARM" }, values) === "OK");
    if (calm === undefined) throw new Error(`Nothing ends the alarm ${name}.`);
    return { trouble, calm };
}

/** The state of an alarm whose metrics report the same in each period. */
function comesTo(alarm: AlarmTerms, values: Values): AlarmTerms["state"] {
    const value = computed(alarm.expression, values);
    return stateOf(
        alarm,
        Array.from({ length: alarm.periods + FURTHER_PERIODS }, () => value),
    );
}

function assignments(names: readonly string[], candidates: readonly (number | undefined)[]): Values[] {
    return names.reduce<Values[]>(
        (sofar, name) => candidates.flatMap((value) => sofar.map((values) => ({ ...values, [name]: value }))),
        [{}],
    );
}
