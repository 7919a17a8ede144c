/** How a run of a pipeline stands, in Data Factory's words. */
export type RunStatus = "Queued" | "InProgress" | "Succeeded" | "Failed" | "Canceling" | "Cancelled";

/** The Data Factory, asked for runs. */
export interface Runs {
    /** Starts a run; answers its id. */
    start(pipeline: string): Promise<string>;
    status(run: string): Promise<RunStatus>;
    cancel(run: string): Promise<void>;
}

export interface Ports {
    runs: Runs;
    remainingMs(): number;
    pause(ms: number): Promise<void>;
}
