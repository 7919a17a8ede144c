import type { ResourceRecord } from "../../../policies/core/resource.ts";

/** The program with one thing broken. */
export interface Mutant {
    /** What was done, as a report says it: `foreign`, `flipped`, … */
    kind: string;
    type: string;
    name: string;
    /** The property that was broken, with `[]` for any element of a list. */
    property: string;
    /** The record that changed, and what it became; nothing of it when another was added. */
    of?: ResourceRecord;
    changed: ResourceRecord;
}

/** A copy of a record whose inputs and outputs have another value at one place. */
export function withValue(record: ResourceRecord, path: readonly (string | number)[], value: unknown): ResourceRecord {
    const [top = ""] = path;
    return {
        ...record,
        props: replaced(record.props, path, value) as Record<string, unknown>,
        ...(record.outputs && { outputs: replaced(record.outputs, path, value) as Record<string, unknown> }),
        // What is written instead was made from nothing else.
        propertyDependencies: { ...record.propertyDependencies, [top]: [] },
    };
}

function replaced(holder: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
    if (key === undefined) return value;
    if (Array.isArray(holder)) {
        return holder.flatMap((one, index) => {
            if (index !== key) return [one];
            const next = replaced(one, rest, value);
            return next === undefined ? [] : [next];
        });
    }
    const before = holder instanceof Object ? (holder as Record<string, unknown>) : {};
    return { ...before, [key]: replaced(before[key], rest, value) };
}
