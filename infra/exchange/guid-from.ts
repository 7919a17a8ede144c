import { createHash } from "node:crypto";

/** A GUID that is always the same for the same text: Azure wants one where nobody but a program ever reads it. */
export function guidFrom(text: string): string {
    const hex = createHash("sha256").update(text).digest("hex");
    // The marks of version 8, made as one likes, and of its variant.
    return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `8${hex.slice(13, 16)}`,
        `a${hex.slice(17, 20)}`,
        hex.slice(20, 32),
    ].join("-");
}
