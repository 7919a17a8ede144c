/** The paths of all values in a tree of plain objects. */
export function leavesOf(tree: object, above: string[] = []): string[][] {
    return Object.entries(tree).flatMap(([key, value]) =>
        value instanceof Object ? leavesOf(value, [...above, key]) : [[...above, key]],
    );
}

/** A copy of a tree with one value replaced. */
export function changed(tree: object, [key = "", ...rest]: string[], value: unknown): object {
    const before: unknown = Reflect.get(tree, key);
    const after = before instanceof Object && rest.length > 0 ? changed(before, rest, value) : value;
    return Array.isArray(tree)
        ? tree.map((each, at) => (String(at) === key ? after : each))
        : { ...tree, [key]: after };
}
