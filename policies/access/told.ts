import type { Test } from "./statement.ts";

/** A test as a reader understands it. */
export function told({ operator, key, values }: Test): string {
    return `${key} ${operator.includes("not") ? "is not" : "is"} ${values.join(" or ")}`;
}
