import { isDeepStrictEqual } from "node:util";
import { isMap, isScalar, isSeq, parse, parseDocument, stringify } from "yaml";
import { type Exception, PENDING } from "../../policies/exceptions/exception.ts";
import { UserError } from "../cli/user-error.ts";

/** An entry as it stands in the file. */
export function asYaml(exception: Exception): string {
    return stringify([exception], { lineWidth: 0 });
}

/** The text of the file with one more entry at its end. What people wrote stays as they wrote it. */
export function withEntry(text: string, exception: Exception): string {
    const before = (parse(text) ?? []) as unknown[];
    const comments = before.length === 0 ? text.replace(/^\[\s*\]\s*$/m, "") : text;
    const added = `${comments.trimEnd()}\n${before.length === 0 ? "" : "\n"}${asYaml(exception)}`.replace(/^\n+/, "");
    const wanted = [...before, exception];
    if (isDeepStrictEqual(read(added), wanted)) return added;
    // Somebody wrote the list in another way, such as in brackets.
    const document = parseDocument(text);
    document.add(document.createNode(exception));
    if (isSeq(document.contents)) document.contents.flow = false;
    const rewritten = document.toString({ lineWidth: 0 });
    if (isDeepStrictEqual(read(rewritten), wanted)) return rewritten;
    throw new UserError(
        "policies/exceptions.yaml is written in a way that takes no entry: write one entry below another.",
    );
}

function read(text: string): unknown {
    try {
        return parse(text);
    } catch {
        return undefined;
    }
}

/** The text of the file without an entry; what people wrote besides stays. */
export function withoutEntry(text: string, id: string): string {
    const before = parse(text) as { id?: unknown }[];
    const index = before.findIndex((entry) => entry.id === id);
    const wanted = before.filter((_, other) => other !== index);
    const entry = parseDocument(text).getIn([index], true);
    const [start, , end] = (isMap(entry) && entry.range) || [0, 0, 0];
    const cut = text.slice(0, text.lastIndexOf("-", start)).replace(/ +$/, "") + text.slice(end);
    const left = wanted.length === 0 ? `${cut.trimEnd()}\n[]\n` : cut;
    if (isDeepStrictEqual(read(left), wanted)) return left;
    throw new UserError(`${id} cannot be taken out of policies/exceptions.yaml: write one entry below another.`);
}

/** The text of the file with the day on which an entry was approved. */
export function withApproval(text: string, id: string, day: string): string {
    const entries = (parse(text) ?? []) as { id?: unknown }[];
    const index = entries.findIndex((entry) => entry?.id === id);
    const approved = parseDocument(text).getIn([index, "approved"], true);
    if (!isScalar(approved) || approved.value !== PENDING || !approved.range) {
        throw new UserError(`${id} is not waiting to be approved.`);
    }
    const [start, end] = approved.range;
    return `${text.slice(0, start)}${day}${text.slice(end)}`;
}
