/** A value deep in the inputs of a resource; inside a text that is JSON, `json` is the path of that text. */
export interface Leaf {
    path: (string | number)[];
    value: unknown;
}

/** Every value that is no list and no object. */
export function leavesOf(value: unknown, path: (string | number)[] = []): Leaf[] {
    if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, [...path, index]));
    if (!(value instanceof Object)) return value === undefined || value === null ? [] : [{ path, value }];
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

/** The path as a report shows it, the same for each element of a list. */
export function shown(path: readonly (string | number)[]): string {
    return path.map((step, index) => (typeof step === "number" ? "[]" : index === 0 ? step : `.${step}`)).join("");
}
