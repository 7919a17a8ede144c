/** Applies a change of texts to every text inside a value of plain data. */
export function masked(change: (text: string) => string): <T>(value: T) => T {
    const walk = (value: unknown): unknown => {
        if (typeof value === "string") return change(value);
        if (Array.isArray(value)) return value.map(walk);
        if (!(value instanceof Object)) return value;
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [change(name), walk(inner)]));
    };
    return <T>(value: T): T => walk(value) as T;
}
