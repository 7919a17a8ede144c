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
    /** Day of approval, `YYYY-MM-DD`; `pending` until the approver has written it there. */
    approved: string;
    /** Last day on which it holds, at most 180 days after approval. */
    expires: string;
}

export const FIELDS = [
    "id",
    "rule",
    "resource",
    "finding",
    "category",
    "reason",
    "owner",
    "approver",
    "ticket",
    "approved",
    "expires",
] as const satisfies readonly (keyof Exception)[];

/** What stands in place of the day while nobody has approved. */
export const PENDING = "pending";

/** What is wrong with an entry of the exceptions file, which then suppresses nothing. */
export interface ExceptionFault {
    /** The exception's id, or its place in the file. */
    id: string;
    what: string;
    /** Where the entry itself is in order: it is past its end, or nobody has approved it yet. */
    kind?: "ended" | "pending";
}

export const LONGEST_DAYS = 180;
export const WARNING_DAYS = 14;

/** Days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
    return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Whether a text is a day as `YYYY-MM-DD` that the calendar has. */
export function isDay(text: string): boolean {
    const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
    return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Whether two names are one person's, however they are written. */
export function isSamePerson(one: string, other: string): boolean {
    return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Whether a pattern in which `*` stands for any text matches all of the text. */
export function matches(pattern: string, text: string): boolean {
    const literal = pattern.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
    return new RegExp(`^${literal.join(".*")}$`, "s").test(text);
}

/** Whether an exception is about this finding. */
export function covers(
    { rule, resource, finding }: Pick<Exception, "rule" | "resource" | "finding">,
    found: { readonly rule: string; readonly urn: string; readonly property: string },
): boolean {
    return rule === found.rule && matches(resource, found.urn) && matches(finding, found.property);
}

/** Whether an exception could be about a resource of this stack, and of this project of it where that is said. */
export function isAbout(
    { resource }: Pick<Exception, "resource">,
    { stack, project }: { readonly stack: string; readonly project?: string },
): boolean {
    const [ofStack = "", ofProject = "*"] = resource.split("::");
    return matches(ofStack, `urn:pulumi:${stack}`) && (project === undefined || matches(ofProject, project));
}
