import * as z from "zod/mini";

/** Text of this form; the error says what would be right. */
export const matching = (pattern: RegExp, error: string) => z.string({ error }).check(z.regex(pattern, { error }));

export const guid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "a GUID in small letters");
