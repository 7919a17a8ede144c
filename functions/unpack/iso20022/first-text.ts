/** The texts of a transaction or group header, by their paths. */
export type Texts = ReadonlyMap<string, string>;
/** The first text that stands at one of these paths; "" where none does. */
export type First = (names: readonly string[]) => string;

/** Of a transaction, and where it is silent of its group header. */
export function firstIn(transaction: Texts, group: Texts): First {
    return (names) => firstOf(names, transaction) ?? firstOf(names, group) ?? "";
}

function firstOf(names: readonly string[], texts: Texts): string | undefined {
    for (const name of names) {
        const text = texts.get(name);
        if (text !== undefined) return text;
    }
    return undefined;
}
