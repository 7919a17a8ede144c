import type { Line, Piece } from "./line.ts";

/** Words as Markdown shows them: no markup, no mention of a person, no link comes out of what a program says. */
export function escaped(text: string): string {
    return text
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/@/g, "&#64;")
        .replace(/([\\`*_{}[\]#|~])/g, "\\$1")
        .replace(/:\/\//g, ":&#47;&#47;")
        .replace(/\s*\n\s*/g, " ");
}

/** Text as it is, in a fence that is longer than any within it. */
export function codeSpan(text: string): string {
    const flat = text.replace(/\s*\n\s*/g, " ");
    const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    const room = longest > 0 || /^ .* $/.test(flat) ? " " : "";
    return flat === "" ? "" : `${fence}${room}${flat}${room}${fence}`;
}

/** An entry of a list, with those under it indented. */
export function listItem({ pieces, under = [] }: Line, indent = ""): string {
    const own = `${indent}- ${pieces.map(shown).join("")}`;
    return [own, ...under.map((one) => listItem(one, `${indent}  `))].join("\n");
}

function shown(piece: Piece): string {
    return typeof piece === "string" ? escaped(piece) : codeSpan(piece.code);
}
