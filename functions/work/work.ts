import { errorText } from "../adapters/error-text.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import { advance, settle } from "./advance.ts";
import { type Attempt, answerRow, commandOf, handedOutAgain, newAttempt, type Task } from "./attempt.ts";
import type { Command } from "./command.ts";
import type { Completed } from "./completion.ts";
import type { Ports } from "./ports.ts";

const PARALLEL = 10;
/** How often a row may be changed under our hands before we give up; each loss means that another got on with it. */
const TRIES = 5;

/** Some attempts could not be taken further; the next run tries again. */
export class WorkError extends AggregateError {
    override readonly name = "WorkError";
}

/** One run: looks after every open attempt, and meanwhile takes on new tasks until the time to poll is over. */
export async function work(ports: Ports, pollUntil: number): Promise<void> {
    const outcomes = await Promise.allSettled([watch(ports), takeOn(ports, pollUntil)]);
    const errors = outcomes.flatMap((outcome) => {
        if (outcome.status === "fulfilled") return [];
        return outcome.reason instanceof WorkError ? outcome.reason.errors : [outcome.reason];
    });
    if (errors.length > 0) throw together(errors);
}

/** A step that can tell by itself how it ended did. */
export async function complete({ attempt, outcome, wanted }: Completed, ports: Ports): Promise<void> {
    for (let attempted = 0; attempted < TRIES; attempted++) {
        const row = await ports.attempts.find(attempt);
        // Delivered twice, or after the attempt was given up.
        if (row === undefined || row.state === "settled" || row.state === "ended") return;
        // Before Data Pipeline hears of the end, and hands out the step that asks.
        if (wanted !== undefined) await remember(commandOf(row), wanted, ports);
        if (await settle(row, outcome, ports)) return;
    }
    throw new Error(`the row of attempt ${attempt} changed ${TRIES} times while its outcome was to be written`);
}

/** Keeps the latest answer of a step. Runs of a workflow never overlap, so nobody asks for an earlier one. */
async function remember(command: Command, wanted: boolean, ports: Ports): Promise<void> {
    let existing = await ports.attempts.insert(answerRow(command, wanted, 1, ports.now()));
    for (let attempted = 0; attempted < TRIES && existing !== undefined; attempted++) {
        if (await ports.attempts.replace(answerRow(command, wanted, existing.version + 1, ports.now()))) return;
        existing = await ports.attempts.find(existing.attempt);
    }
    if (existing !== undefined)
        throw new Error(`the answer of ${command.step} changed ${TRIES} times while it was noted`);
}

async function watch(ports: Ports): Promise<void> {
    const rows = await ports.attempts.open();
    const outcomes = await inParallel(rows, PARALLEL, (row) => advance(row, ports));
    const errors = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    if (errors.length > 0) throw together(errors);
}

async function takeOn(ports: Ports, pollUntil: number): Promise<void> {
    const errors: unknown[] = [];
    while (ports.now() < pollUntil) {
        const task = await ports.tasks.poll();
        if (task === undefined) break;
        try {
            await advance(await rowOf(task, ports), ports);
        } catch (error) {
            errors.push(error);
        }
    }
    if (errors.length > 0) throw together(errors);
}

/** The row of a task: a new one, or that of an earlier hand-out. */
async function rowOf(task: Task, ports: Ports): Promise<Attempt> {
    const row = newAttempt(task, ports.now());
    let existing = await ports.attempts.insert(row);
    if (existing === undefined && row.outcome !== undefined) ports.note("failed", row);
    for (let attempted = 0; attempted < TRIES; attempted++) {
        if (existing === undefined) return row;
        const again = { ...handedOutAgain(existing, task.taskId), version: existing.version + 1 };
        if (await ports.attempts.replace(again)) return again;
        existing = await ports.attempts.find(task.attempt);
    }
    throw new Error(`the row of attempt ${task.attempt} changed ${TRIES} times while its task was handed out again`);
}

function together(errors: unknown[]): WorkError {
    const told = errors.map(errorText);
    return new WorkError(errors, told.join("; "));
}
