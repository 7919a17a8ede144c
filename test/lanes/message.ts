/** What a worker is asked to do. */
export interface Ask {
    /** A test file, absolute. */
    file: string;
}

/** A test, or a hook of one, that failed. */
export interface Failure {
    /** Suites and test, or the hook. */
    title: string;
    /** What mocha prints of it, difference and stack included. */
    text: string;
    /** Whether its title alone runs it again, which is not so of hooks. */
    isTest: boolean;
}

/** What a worker says about the file it was given. */
export type Said = { type: "passed" } | { type: "pending" } | ({ type: "failed" } & Failure) | { type: "finished" };
