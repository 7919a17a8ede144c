import { type Command, readCommand } from "./command.ts";
import { failed, type Outcome } from "./outcome.ts";

/** A task as Data Pipeline hands it out. */
export interface Task {
    /** Which attempt of which activity of which pipeline; the same when the task is handed out again. */
    attempt: string;
    /** What Data Pipeline knows the task by in further calls; may differ when it is handed out again. */
    taskId: string;
    /** The activity's field of this name. */
    command: string | undefined;
}

/**
 * - `claimed`: ours, nothing started yet
 * - `started`: the step runs, or may run
 * - `settled`: how it ended is certain, and Data Pipeline not told yet
 * - `ended`: Data Pipeline knows, or no longer wants to
 */
export type State = "claimed" | "started" | "settled" | "ended";

/** One attempt of one step, as the table keeps it. */
export interface Attempt extends Task {
    state: State;
    /** Grows with each change; who changes a row must have read the latest. */
    version: number;
    /** Name of the started job in its own service. */
    job?: string;
    /** When the step must have ended, in milliseconds since 1970. */
    deadline: number;
    outcome?: Outcome;
    /** Only in the row of what a step answered last: whether it wants those that ask. */
    wanted?: boolean;
    /** When the table forgets it, in seconds since 1970. */
    expiresAt: number;
}

/** Data Pipeline ends an attempt at its timeout; we do a little later, in case it does not. */
const GRACE_MS = 2 * 60_000;
/** How long it is known that an attempt was made; no pipeline hands out a task that old. */
const KEPT_MS = 8 * 24 * 3600_000;

/** The row of a task that was just handed out. One whose command is not ours has failed before it began. */
export function newAttempt({ attempt, taskId, command }: Task, now: number): Attempt {
    const known = readCommand(command);
    const row = { attempt, taskId, command, version: 1, expiresAt: Math.floor((now + KEPT_MS) / 1000) };
    if (known !== undefined) {
        return { ...row, state: "claimed", deadline: now + known.timeoutMinutes * 60_000 + GRACE_MS };
    }
    const outcome = failed("UnknownCommand", `"${String(command).slice(0, 200)}" is no command that this worker knows`);
    return { ...row, state: "settled", deadline: now, outcome };
}

/** The row that holds what a step answered last. No attempt has such a name: theirs begin with their pipeline. */
export function answerOf(workflow: string, step: string): string {
    return `answer/${workflow}/${step}`;
}

/** That row as a new answer makes it; it is nothing to work on. */
export function answerRow({ workflow, step }: Command, wanted: boolean, version: number, now: number): Attempt {
    const expiresAt = Math.floor((now + KEPT_MS) / 1000);
    const attempt = answerOf(workflow, step);
    return { attempt, taskId: "none", command: undefined, state: "ended", version, deadline: now, wanted, expiresAt };
}

/** A known attempt whose task was handed out again: it goes on where it is, and what ended is told once more. */
export function handedOutAgain(row: Attempt, taskId: string): Attempt {
    if (row.state !== "ended") return { ...row, taskId };
    const outcome = row.outcome ?? failed("Abandoned", "the task had been cancelled or lost before it was done");
    return { ...row, taskId, state: "settled", outcome };
}

/** What an attempt runs; only rows that are claimed or started have one for certain. */
export function commandOf({ attempt, command }: Attempt): Command {
    const known = readCommand(command);
    if (known === undefined) throw new Error(`the row of attempt ${attempt} holds no command`);
    return known;
}
