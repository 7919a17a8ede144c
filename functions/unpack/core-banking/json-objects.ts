import { BETWEEN_ROWS } from "../text/separators.ts";

const NEXT_OBJECT = new RegExp(`\\}${BETWEEN_ROWS.source}*\\{`);

/**
 * The objects of a line, as texts: one, or several where the sender forgot the line ends between them or ends lines by other
 * marks. Whatever is not plainly objects one behind another is one text, for its row to refuse.
 */
export function objectsOf(line: string): string[] {
    // Nearly every line: its first closing brace is its last character.
    if (line.startsWith("{") && line.indexOf("}") === line.length - 1) return [line];
    if (!mayHoldMore(line)) return [line];
    const objects: string[] = [];
    for (let at = 0; at < line.length; ) {
        if (BETWEEN_ROWS.test(line[at] ?? "")) {
            at++;
            continue;
        }
        const end = line[at] === "{" ? endOfObject(line, at) : -1;
        if (end < 0) return [line];
        objects.push(line.slice(at, end));
        at = end;
    }
    return objects;
}

/** A brace is opened behind one that was closed, or the line is not only its object. */
function mayHoldMore(line: string): boolean {
    return NEXT_OBJECT.test(line) || BETWEEN_ROWS.test(line[0] ?? "") || BETWEEN_ROWS.test(line.at(-1) ?? "");
}

/** Behind the brace that closes the object, or -1 when none does. */
function endOfObject(line: string, start: number): number {
    let depth = 0;
    let inText = false;
    for (let at = start; at < line.length; at++) {
        const character = line.charCodeAt(at);
        if (inText) {
            if (character === 0x5c) at++;
            else if (character === 0x22) inText = false;
        } else if (character === 0x22) inText = true;
        else if (character === 0x7b) depth++;
        else if (character === 0x7d && --depth === 0) return at + 1;
    }
    return -1;
}
