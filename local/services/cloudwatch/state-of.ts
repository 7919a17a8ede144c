import { type AlarmTerms, breaches } from "./alarm-terms.ts";

/** Periods that CloudWatch looks at beyond those that an alarm evaluates, as in the examples of its documentation. */
export const FURTHER_PERIODS = 2;

/**
 * The state that an alarm comes to, as CloudWatch's documentation says of alarms and missing data.
 * @param values one a period, the newest first; what is missing was not reported
 */
export function stateOf(alarm: AlarmTerms, values: readonly (number | undefined)[]): AlarmTerms["state"] {
    const { periods, mustBreach, missing } = alarm;
    const found = values
        .slice(0, periods + FURTHER_PERIODS)
        .flatMap((value, age) => (value === undefined ? [] : [{ age, breaching: breaches(alarm, value) }]))
        .slice(0, periods);
    const raising = found.filter(({ breaching }) => breaching).length;
    if (raising >= mustBreach) return "ALARM";
    // With enough real values nothing is put in the place of what is missing.
    const gaps = periods - found.length;
    if (gaps === 0 || missing === "notBreaching") return "OK";
    if (missing === "breaching") return raising + gaps >= mustBreach ? "ALARM" : "OK";
    if (raising < found.length) return "OK";
    if (missing === "ignore") return alarm.state;
    const oldest = found.at(-1);
    if (oldest === undefined) return "INSUFFICIENT_DATA";
    // All that is there breaches: raised early once that goes far enough back.
    return oldest.age + 1 >= mustBreach ? "ALARM" : "OK";
}
