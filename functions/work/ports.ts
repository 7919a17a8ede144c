import type { Attempt, Task } from "./attempt.ts";
import type { Command } from "./command.ts";
import type { Outcome } from "./outcome.ts";

/** The task protocol of Data Pipeline. `gone`: the task, or its pipeline, no longer exists. */
export interface Tasks {
    /** Waits up to 90 seconds for a task. */
    poll(): Promise<Task | undefined>;
    /** Keeps the task ours. */
    report(taskId: string): Promise<"ours" | "canceled" | "gone">;
    end(taskId: string, outcome: Outcome): Promise<"told" | "gone">;
}

/** The table of attempts. */
export interface Attempts {
    /** Those that have not ended. */
    open(): Promise<Attempt[]>;
    find(attempt: string): Promise<Attempt | undefined>;
    /** Writes the first row of an attempt; else gives the one that is there. */
    insert(row: Attempt): Promise<Attempt | undefined>;
    /** Writes a row over the one before it; false if that is no longer the latest. */
    replace(row: Attempt): Promise<boolean>;
}

/** A step of one kind. */
export interface Runner {
    /** Whether starting the same attempt again leaves it at one run. */
    idempotent: boolean;
    /** Starts the step and names its job. Throws `Refused` or `NotNow` when it certainly does not run. */
    start(attempt: string, command: Command): Promise<string>;
    /** How it ended; `undefined` while it runs, or when only a message can tell. */
    look(job: string, command: Command): Promise<Outcome | undefined>;
    /** Ends the run, as far as its service can. Does nothing to one that is over or was never begun. */
    stop(attempt: string, job: string | undefined, command: Command): Promise<void>;
}

/** The step can never be started as it is: the attempt failed. */
export class Refused extends Error {
    override readonly name = "Refused";
}

/** The step was not started and can be later. */
export class NotNow extends Error {
    override readonly name = "NotNow";
}

/** What the log and the metrics hear of. */
export type Event = "started" | "finished" | "failed" | "canceled" | "lost";

export interface Ports {
    tasks: Tasks;
    attempts: Attempts;
    runnerOf(command: Command): Runner;
    /** Milliseconds since 1970. */
    now(): number;
    note(event: Event, attempt: Attempt): void;
}
