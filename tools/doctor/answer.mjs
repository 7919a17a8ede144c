/** @typedef {import("./finding.mjs").Finding} Finding */

const MARKS = { well: "✓", note: "!", fails: "✗" };
const COLUMNS = 80;
const MARGIN = "  ";

/**
 * What would fail comes last, where a terminal stands still.
 * @param {readonly Finding[]} findings
 */
export function asText(findings) {
    const inOrder = /** @type {const} */ (["well", "note", "fails"]).flatMap((status) =>
        findings.filter((finding) => finding.status === status),
    );
    const lines = inOrder.flatMap(({ status, about, says, mend = [] }) => [
        ...wrapped(`${MARKS[status]} ${about}: ${says}`, MARGIN),
        ...mend.flatMap((line) => wrapped(`${MARGIN}${line}`, `${MARGIN}${MARGIN}`)),
    ]);
    const failing = findings.filter(({ status }) => status === "fails").length;
    const result = failing === 0 ? "Nothing that was looked at would fail." : `${failing} would fail.`;
    return `${[...lines, "", result].join("\n")}\n`;
}

/**
 * @param {readonly Finding[]} findings
 * @param {string | undefined} stack
 */
export function asJson(findings, stack) {
    return `${JSON.stringify({ ...(stack !== undefined && { stack }), findings }, undefined, 2)}\n`;
}

/**
 * Breaks a line between words. A command stays whole, or nobody could copy it.
 * @param {string} line
 * @param {string} margin of the lines after the first
 */
function wrapped(line, margin) {
    if (line.length <= COLUMNS || line.trimStart().startsWith("$ ")) return [line];
    /** @type {string[]} */
    const lines = [];
    let rest = line;
    while (rest.length > COLUMNS) {
        const at = rest.lastIndexOf(" ", COLUMNS);
        if (at <= margin.length) break;
        lines.push(rest.slice(0, at));
        rest = `${margin}${rest.slice(at + 1)}`;
    }
    return [...lines, rest];
}
