import { expand, formatPath, parsePath } from "../../store/paths.ts";
import type { Properties, Value } from "../../store/value.ts";
import { hasUnknown } from "../values/plain.ts";

export interface Failure {
    /** Path of the refused property. */
    readonly property: string;
    readonly reason: string;
}

/** What a cloud would refuse in these inputs. Never looks at unknown values. */
export type Check = (inputs: Properties) => Failure[];

/** Refuses each value at the path for which `reason` gives one. Absent and unknown values pass. */
export function each(path: string, reason: (value: Value) => string | undefined): Check {
    const steps = parsePath(path);
    return (inputs) =>
        expand(inputs, steps).flatMap(({ path: place, value }) => {
            if (value === undefined || value === null || hasUnknown(value)) return [];
            const refused = reason(value);
            return refused === undefined ? [] : [{ property: formatPath(place), reason: refused }];
        });
}

/** A refusal that needs more than one property; `reads` are those that must be known to decide. */
export function when(
    reads: readonly string[],
    property: string,
    reason: (inputs: Properties) => string | undefined,
): Check {
    return (inputs) => {
        if (reads.some((name) => hasUnknown(inputs[name]))) return [];
        const refused = reason(inputs);
        return refused === undefined ? [] : [{ property, reason: refused }];
    };
}
