/** A difference that the bank accepts for a limited time. It never covers a broken control: that takes an exception. */
export interface Ignore {
    id: string;
    /** URN of the resource, or ARN or id of one that nobody manages; `*` stands for any text. */
    resource: string;
    /** Path of the property, or the kind in parentheses, such as `(deleted)`; `*` stands for any text. */
    path: string;
    reason: string;
    owner: string;
    /** Day from which it holds, `YYYY-MM-DD`. */
    since: string;
    /** Last day on which it holds, at most 180 days later. */
    expires: string;
}

/** What is wrong with an entry, which then ignores nothing. */
export interface IgnoreFault {
    id: string;
    what: string;
}
