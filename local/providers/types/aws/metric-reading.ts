import { isObject, type Properties, type Value } from "../../../store/value.ts";
import type { Failure } from "../../checks/check.ts";
import { hasUnknown } from "../../values/plain.ts";
import { type Documented, METRICS } from "./documented-metrics.ts";

/** What CloudWatch takes of an alarm and never has a value for: dimensions, periods, statistics and units of another metric. */
export function readingFaults(inputs: Properties): Failure[] {
    const queries = Array.isArray(inputs.metricQueries) ? inputs.metricQueries : [];
    const inMath = queries.flatMap((query, index) => {
        const metric = isObject(query) ? query.metric : undefined;
        return isObject(metric) ? faultsOf(metric, `metricQueries[${index}].metric.`, "stat") : [];
    });
    const statistic = inputs.statistic === undefined ? "extendedStatistic" : "statistic";
    return [...faultsOf(inputs, "", statistic), ...inMath];
}

function faultsOf(reads: Properties, at: string, statistic: string): Failure[] {
    const name = `${reads.namespace} ${reads.metricName}`;
    const metric = METRICS[name];
    if (metric === undefined) return [];
    const faults = {
        dimensions: dimensionsFault(metric, reads.dimensions),
        period: periodFault(metric, reads.period),
        [statistic]: choiceFault(metric.read, reads[statistic]),
        unit: choiceFault([metric.unit], reads.unit),
    };
    return Object.entries(faults).flatMap(([property, reason]) =>
        reason === undefined ? [] : [{ property: `${at}${property}`, reason: `${reason} for ${name}` }],
    );
}

function dimensionsFault({ by }: Documented, given: Value | undefined): string | undefined {
    if (hasUnknown(given)) return undefined;
    const names = isObject(given) ? Object.keys(given).sort() : [];
    if (String(names) === String(by)) return undefined;
    return `must be ${by.join(" and ") || "none"}, got ${names.join(" and ") || "none"}: there is no other value`;
}

function periodFault({ every }: Documented, given: Value | undefined): string | undefined {
    if (given === undefined || hasUnknown(given) || Number(given) % every === 0) return undefined;
    return `must be a multiple of ${every} seconds, got ${given}: so often a value comes`;
}

function choiceFault(choices: readonly string[], given: Value | undefined): string | undefined {
    if (given === undefined || hasUnknown(given) || choices.includes(String(given))) return undefined;
    return `must be one of ${choices.join(", ")}, got ${given}`;
}
