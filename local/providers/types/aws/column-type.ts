const PLAIN =
    /^(boolean|tinyint|smallint|int|integer|bigint|float|double|string|date|timestamp|binary|char\((\d+)\)|varchar\((\d+)\)|decimal(\((\d+)(,\s*(\d+))?\))?)$/;
const MOST = { char: 255, varchar: 65_535, decimal: 38 };

/** Whether a text is a type of a column: https://docs.aws.amazon.com/athena/latest/ug/data-types.html */
export function isColumnType(given: string): boolean {
    const text = given.trim().toLowerCase();
    const [, outer, inner = ""] = /^(array|map|struct)<(.*)>$/.exec(text) ?? [];
    if (outer === undefined) return isPlain(text);
    const parts = apart(inner);
    if (outer === "array") return parts.length === 1 && isColumnType(inner);
    if (outer === "map") return parts.length === 2 && isPlain(parts[0] ?? "") && isColumnType(parts[1] ?? "");
    return parts.every((part) => {
        const [, type] = /^\s*[^:<>,]+:(.*)$/.exec(part) ?? [];
        return type !== undefined && isColumnType(type);
    });
}

function isPlain(text: string): boolean {
    const [, , char, varchar, , digits = "10", , scale = "0"] = PLAIN.exec(text.trim()) ?? [];
    if (!PLAIN.test(text.trim())) return false;
    const within = (value: string | undefined, most: number) => value === undefined || (+value >= 1 && +value <= most);
    const fits = within(char, MOST.char) && within(varchar, MOST.varchar) && within(digits, MOST.decimal);
    return fits && Number(scale) <= Number(digits);
}

/** Parts between commas that stand in no brackets of their own. */
function apart(text: string): string[] {
    const parts = [""];
    let depth = 0;
    for (const letter of text) {
        if (/[<(]/.test(letter)) depth += 1;
        if (/[>)]/.test(letter)) depth -= 1;
        if (letter === "," && depth === 0) parts.push("");
        else parts.push(`${parts.pop()}${letter}`);
    }
    return parts;
}
