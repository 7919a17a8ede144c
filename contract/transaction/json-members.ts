/** The source text of each member of a JSON object that `JSON.parse` has accepted. */
export interface Member {
    name: string;
    /** As written: numbers keep every digit, which a float would not. */
    source: string;
}

/** The members in their order, repeated names included: `JSON.parse` alone would drop all but the last. */
export function members(json: string): Member[] {
    const found: Member[] = [];
    let at = 0;
    while (true) {
        const nameStart = json.indexOf('"', at);
        // Past the last member only the closing brace is left.
        if (nameStart < 0) return found;
        const nameEnd = endOfString(json, nameStart);
        const valueStart = json.indexOf(":", nameEnd) + 1;
        const valueEnd = endOfValue(json, valueStart);
        found.push({ name: text(json.slice(nameStart, nameEnd)), source: json.slice(valueStart, valueEnd).trim() });
        at = valueEnd + 1;
    }
}

function text(quoted: string): string {
    return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

function endOfString(json: string, start: number): number {
    // Nearly every text ends at the next quote.
    const next = json.indexOf('"', start + 1);
    if (next > 0 && json.charCodeAt(next - 1) !== 0x5c) return next + 1;
    let at = start + 1;
    while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
    return at + 1;
}

/** Index of the comma or brace that ends the value. */
function endOfValue(json: string, start: number): number {
    let depth = 0;
    let at = start;
    while (at < json.length) {
        const character = json[at];
        if (character === '"') {
            at = endOfString(json, at);
            continue;
        }
        if (depth === 0 && (character === "," || character === "}")) return at;
        if (character === "{" || character === "[") depth++;
        if (character === "}" || character === "]") depth--;
        at++;
    }
    return at;
}
