import type * as z from "zod/mini";

/** One wrong value: where it is, what it is, and what would be right. */
export interface Fault {
    path: string;
    value: unknown;
    expected: string;
}

/** Every fault that a schema finds in a value, at most one for each path. */
export function faultsIn(schema: z.ZodMiniType, value: unknown): Fault[] {
    const issues = schema.safeParse(value).error?.issues ?? [];
    const faults = issues.flatMap((issue) => describe(issue, value));
    return faults.filter((fault, index) => faults.findIndex(({ path }) => path === fault.path) === index);
}

/** One line for a person: `records.lockDays is 0; it must be a whole number of days from 1 to 36500`. */
export function tell({ path, value, expected }: Fault): string {
    const found = value === undefined ? "is missing" : `is ${JSON.stringify(value)}`;
    return `${path} ${found}; it must be ${expected}`;
}

function describe(issue: z.core.$ZodIssue, root: unknown): Fault[] {
    const fault = (keys: PropertyKey[], expected: string): Fault => ({
        path: pathOf(keys),
        value: keys.reduce(at, root),
        expected,
    });
    if (issue.code !== "unrecognized_keys") return [fault(issue.path, issue.message)];
    return issue.keys.map((key) => fault([...issue.path, key], "left out: there is no such field"));
}

function at(holder: unknown, key: PropertyKey): unknown {
    return holder instanceof Object ? Reflect.get(holder, key) : undefined;
}

function pathOf(keys: PropertyKey[]): string {
    return keys.reduce<string>((path, key) => {
        if (typeof key === "number") return `${path}[${key}]`;
        return path === "" ? String(key) : `${path}.${String(key)}`;
    }, "");
}
