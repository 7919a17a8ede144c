import type { Limits } from "../limits.ts";
import { FileFault } from "../text/file-fault.ts";

interface End {
    at: number;
    next: State;
    fault?: FileFault;
}
type State = "text" | "tag" | "comment" | "cdata" | "instruction";

const ENDS: Readonly<Record<Exclude<State, "text">, string>> = {
    tag: ">",
    comment: "-->",
    cdata: "]]>",
    instruction: "?>",
};
const [EXCLAMATION, QUESTION] = [0x21, 0x3f];
/** Longest opening that must be seen whole: `<![CDATA[`. */
const LOOKAHEAD = 9;

/**
 * Stands before the XML parser, which keeps each text, tag and comment whole in memory and would read document types.
 * Lets pass what is harmless: bounds the length of everything, refuses document types at their first character, and
 * leaves out comments and processing instructions (with them the XML declarations of documents put one after another).
 */
export class XmlGuard {
    private readonly maxLength: number;
    private state: State = "text";
    private length = 0;
    /** Of the text since the last tag, which comments and sections divide and the parser joins. */
    private textLength = 0;
    private carried = "";

    constructor({ xmlNodeLength }: Pick<Limits, "xmlNodeLength">) {
        this.maxLength = xmlNodeLength;
    }

    /** The harmless part of the text so far, and the fault that ends it. */
    pass(chunk: string): { text: string; fault?: FileFault } {
        const text = this.carried + chunk;
        let passed = "";
        // What passes is cut out of the chunk in pieces as long as they come, since nearly all of it passes.
        let begun = 0;
        let at = 0;
        while (at < text.length) {
            const end: End = this.state === "text" ? this.endOfText(text, at) : this.endOfMarkup(text, at, this.state);
            this.length += end.at - at;
            if (this.state === "tag") this.textLength = 0;
            else if (this.state === "text" || this.state === "cdata") this.textLength += end.at - at;
            if (this.length > this.maxLength || this.textLength > this.maxLength)
                return { text: passed + text.slice(begun, at), fault: this.tooLong() };
            if (this.state === "comment" || this.state === "instruction") {
                passed += text.slice(begun, at);
                begun = end.at;
            }
            at = end.at;
            if (end.fault !== undefined) return { text: passed + text.slice(begun, at), fault: end.fault };
            if (end.next === this.state) break;
            this.state = end.next;
            this.length = 0;
        }
        this.carried = text.slice(at);
        return { text: passed + text.slice(begun, at) };
    }

    /** What is left when the file ends inside markup. */
    get unfinished(): boolean {
        return this.state !== "text" || this.carried !== "";
    }

    private endOfText(text: string, from: number): End {
        const at = text.indexOf("<", from);
        if (at < 0) return { at: text.length, next: "text" };
        // Nearly always: what is not begun by a mark is a tag.
        const mark = text.charCodeAt(at + 1);
        if (mark !== EXCLAMATION && mark !== QUESTION && at + 1 < text.length) return { at, next: "tag" };
        const opening = text.slice(at, at + LOOKAHEAD);
        if (opening.startsWith("<!--")) return { at, next: "comment" };
        if (opening === "<![CDATA[") return { at, next: "cdata" };
        if (opening.startsWith("<?")) return { at, next: "instruction" };
        if (isPrefix(opening)) return { at, next: "text" };
        const fault = new FileFault("forbidden-xml", "the file declares a document type or entities");
        return { at, next: "text", fault };
    }

    private endOfMarkup(text: string, from: number, state: Exclude<State, "text">): End {
        const end = ENDS[state];
        const found = text.indexOf(end, from);
        if (found >= 0) return { at: found + end.length, next: "text" };
        // The end itself may be cut in two: its beginning waits for the next chunk.
        return { at: Math.max(from, text.length - end.length + 1), next: state };
    }

    private tooLong(): FileFault {
        return new FileFault("unreadable-file", `a ${this.state} is longer than ${this.maxLength} characters`);
    }
}

function isPrefix(opening: string): boolean {
    return ["<!--", "<![CDATA["].some((whole) => whole.startsWith(opening));
}
