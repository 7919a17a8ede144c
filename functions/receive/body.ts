import type * as z from "zod/mini";
import { Refusal } from "./refusal.ts";

/** A body as JSON, and how many members its objects have as written: `JSON.parse` drops all but the last of a name. */
export interface Body {
    value: unknown;
    written: number;
}

const STRINGS = /"(?:[^"\\]|\\.)*"/g;

export function bodyOf(bytes: Buffer): Body {
    try {
        const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        const value: unknown = JSON.parse(text);
        // Outside of strings, there is one colon for each member.
        return { value, written: text.replace(STRINGS, "").split(":").length - 1 };
    } catch {
        throw new Refusal("invalid-body", "It is not JSON in UTF-8.");
    }
}

/** A body of one flat object; what means two things at once is refused. */
export function objectOf<Schema extends z.ZodMiniType>(schema: Schema, bytes: Buffer): z.infer<Schema> {
    const { value, written } = bodyOf(bytes);
    const { data, error } = schema.safeParse(value);
    if (error !== undefined) {
        throw new Refusal("invalid-body", `Field ${error.issues[0]?.path.join(".") || "names"} is wrong.`);
    }
    if (written !== Object.keys(value as object).length) throw new Refusal("invalid-body", "A field is there twice.");
    return data;
}
