/** A finding that the bank accepts for a limited time. */
export interface Exception {
    id: string;
    rule: string;
    /** URN of the resource; `*` stands for any text. */
    resource: string;
    /** Property that the finding names; `*` stands for any text. */
    finding: string;
    category: "waiver" | "mitigated";
    reason: string;
    owner: string;
    /** Somebody else than the owner. */
    approver: string;
    ticket: string;
    /** Day of approval, `YYYY-MM-DD`. */
    approved: string;
    /** Last day on which it holds, at most 180 days after approval. */
    expires: string;
}

/** What is wrong with an entry of the exceptions file, which then suppresses nothing. */
export interface ExceptionFault {
    /** The exception's id, or its place in the file. */
    id: string;
    what: string;
}

export const LONGEST_DAYS = 180;
export const WARNING_DAYS = 14;

/** Days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
    return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Whether a pattern in which `*` stands for any text matches all of the text. */
export function matches(pattern: string, text: string): boolean {
    const literal = pattern.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
    return new RegExp(`^${literal.join(".*")}$`, "s").test(text);
}
