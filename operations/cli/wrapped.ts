import wrapAnsi from "wrap-ansi";

/** Every terminal has as many. */
export const COLUMNS = 80;

/** What nobody may break: a path, a URN or an address would no longer be one. */
const UNBROKEN = /\S{50,}/;

/**
 * Text in which no line is longer than a terminal is wide, as far as its words allow. What is broken goes on under where
 * the line began, two columns further.
 */
export function wrapped(text: string): string {
    return text.split("\n").map(wrappedLine).join("\n");
}

function wrappedLine(line: string): string {
    if (line.length <= COLUMNS || UNBROKEN.test(line)) return line;
    const [indent = ""] = /^\s*/.exec(line) ?? [];
    const further = `${indent}  `;
    const rows = wrapAnsi(line.slice(indent.length), COLUMNS - further.length, { hard: false }).split("\n");
    return rows.map((row, index) => `${index === 0 ? indent : further}${row}`).join("\n");
}
