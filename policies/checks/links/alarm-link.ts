import type { Link } from "../../core/graph.ts";
import { ALARM } from "../types.ts";

/** From an alarm on one metric to what it watches, which this dimension names. */
export function alarmOn(dimension: string): Link {
    return { type: ALARM, property: "dimensions", names: (alarm) => [alarm.at(`dimensions.${dimension}`)] };
}

/** The same for an alarm that puts several metrics together. */
export function comparisonOn(dimension: string): Link {
    return {
        type: ALARM,
        property: "metricQueries",
        names: (alarm) =>
            alarm
                .at("metricQueries")
                .items()
                .map((query) => query.at(`metric.dimensions.${dimension}`)),
    };
}
