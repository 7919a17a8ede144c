import type { Value } from "../../store/value.ts";

/** A value for a message, cut so that a long one does not hide the sentence. */
export function show(value: Value): string {
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
