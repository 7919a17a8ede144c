/** How a dataset of type `DelimitedText` is written. */
export interface Format {
    columnDelimiter: string;
    quoteChar: string;
    /** Data Factory's own default. */
    escapeChar?: string;
}

/** The rows of a text with a first row of names; every value is a text, as a copy from CSV sends it. */
export function rowsOf(text: string, { columnDelimiter, quoteChar, escapeChar = "\\" }: Format) {
    const [names = [], ...rows] = lines(text, columnDelimiter, quoteChar, escapeChar);
    return rows.map((values, index) => {
        if (values.length > names.length) throw new Error(`row ${index + 1} has more columns than the first line`);
        return Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]));
    });
}

function lines(text: string, delimiter: string, quote: string, escaping: string): string[][] {
    const found: string[][] = [];
    let row: string[] = [];
    let value = "";
    let quoted = false;
    const endValue = () => {
        row.push(value);
        value = "";
    };
    const endRow = () => {
        endValue();
        if (row.length > 1 || row[0] !== "") found.push(row);
        row = [];
    };
    for (let at = 0; at < text.length; at++) {
        const character = text.charAt(at);
        if (quoted && character === escaping && text.charAt(at + 1) === quote) value += text.charAt(++at);
        else if (quoted) {
            if (character === quote) quoted = false;
            else value += character;
        } else if (character === quote) quoted = true;
        else if (character === delimiter) endValue();
        else if (character === "\n") endRow();
        else if (character !== "\r") value += character;
    }
    if (quoted) throw new Error("a quote is never closed");
    endRow();
    return found;
}
