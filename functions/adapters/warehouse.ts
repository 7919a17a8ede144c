/** Runs SQL on the warehouse. */
export interface Warehouse {
    /**
     * All statements as one transaction; `what` is what an error calls it. With a token, of 64 characters at most, what
     * was begun is not begun again by another call within hours: it is waited for, and ends as it ended.
     */
    run(what: string, statements: readonly string[], token?: string): Promise<void>;
    /** What one statement finds. */
    rows(what: string, statement: string): Promise<(string | number | undefined)[][]>;
}

/** Time as the function has it: it may wait only as long as it may run. */
export interface Clock {
    hasTime(ms: number): boolean;
    sleep(ms: number): Promise<void>;
}

/** Redshift refused a statement; everything of its transaction was undone. */
export class StatementError extends Error {
    override readonly name = "StatementError";
}

/** Two transactions changed one table at once, and Redshift undid this one. */
export class CollisionError extends Error {
    override readonly name = "CollisionError";
}

const COLLISION = /\b1023\b|serializable isolation violation|concurrent transaction/i;
/** What the Data API says while a workgroup wakes up or is changed, or is busy. */
const PASSING_ERRORS = [
    "ActiveStatementsExceededException",
    "CollisionError",
    "DatabaseConnectionException",
    "InternalServerException",
    "ThrottlingException",
];
const NOT_YET_AVAILABLE = /not (yet |currently )?available|paus|resum|modifying|creating/i;

/** The error for a statement that failed: where it begins and what Redshift says. */
export function failureOf(what: string, statement: string | undefined, error: string): Error {
    const message = `${what}: ${beginning(statement ?? "")}: ${error}`;
    return COLLISION.test(error) ? new CollisionError(message) : new StatementError(message);
}

/** Whether the same call may succeed a little later. */
export function isPassing(error: unknown): boolean {
    if (!(error instanceof Error)) return false;
    if (PASSING_ERRORS.includes(error.name)) return true;
    return error.name === "ValidationException" && NOT_YET_AVAILABLE.test(error.message);
}

/** Its first line, without quoted text: that may be a password's hash or a value. */
function beginning(statement: string): string {
    const line = statement.trim().split("\n", 1)[0] ?? "";
    return line.replaceAll(/'(?:[^']|'')*'?/g, "'…'").slice(0, 200);
}
