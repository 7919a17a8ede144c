/** Characters that GitHub takes in a comment or in the body of an issue. */
export const LONGEST_BODY = 65_536;

/** The text, cut at the end of a line so that it fits, with `note` in place of what is missing. */
export function cutTo(text: string, longest: number, note: string): string {
    if (text.length <= longest) return text;
    const room = text.slice(0, Math.max(0, longest - note.length - FENCE.length - 2));
    const kept = room.slice(0, Math.max(0, room.lastIndexOf("\n")));
    // A block of code that was cut open would swallow the note.
    const open = (kept.match(/^```/gm)?.length ?? 0) % 2 === 1;
    return `${kept}\n${open ? FENCE : ""}${note}\n`;
}

const FENCE = "```\n";

/** Text of somebody else to show: it calls nobody by name, and cannot pass for a mark of ours. */
export function quoted(text: string): string {
    return text.replace(/@(?=[A-Za-z0-9])/g, "@\u200b").replaceAll("<!--", "<\u200b!--");
}
