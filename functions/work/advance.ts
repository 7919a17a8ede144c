import { type Attempt, answerOf, commandOf } from "./attempt.ts";
import type { Command } from "./command.ts";
import { FINISHED, failed, type Outcome } from "./outcome.ts";
import { NotNow, type Ports, Refused } from "./ports.ts";

/** What ended need not be known in full. */
const ENDED = { state: "ended", command: undefined } as const;

/** Takes an attempt that has not ended as far as it goes now. Any number of workers may do so at once, and any may die on the way. */
export async function advance(row: Attempt, ports: Ports): Promise<void> {
    if (row.state === "settled") return tell(row, ports);
    const answer = await ports.tasks.report(row.taskId);
    if (answer !== "ours") return abandon(row, answer, ports);
    return row.state === "claimed" ? start(row, ports) : look(row, ports);
}

/** Fixes how an attempt ended and tells Data Pipeline; the first outcome that is written holds. */
export async function settle(row: Attempt, outcome: Outcome, ports: Ports): Promise<boolean> {
    const settled = await change(row, { state: "settled", outcome }, ports);
    if (settled === undefined) return false;
    ports.note(outcome.finished ? "finished" : "failed", settled);
    await tell(settled, ports);
    return true;
}

async function tell(row: Attempt, ports: Ports): Promise<void> {
    if (row.outcome === undefined) throw new Error(`the row of attempt ${row.attempt} holds no outcome`);
    await ports.tasks.end(row.taskId, row.outcome);
    await change(row, ENDED, ports);
}

/** Nobody waits for it any more. Stopping comes first: should we die in between, the next worker stops it again. */
async function abandon(row: Attempt, answer: "canceled" | "gone", ports: Ports): Promise<void> {
    const command = commandOf(row);
    await ports.runnerOf(command).stop(row.attempt, row.job, command);
    const ended = await change(row, ENDED, ports);
    if (ended !== undefined) ports.note(answer === "canceled" ? "canceled" : "lost", ended);
}

async function start(row: Attempt, ports: Ports): Promise<void> {
    const command = commandOf(row);
    if (!(await wanted(command, ports))) return void (await settle(row, FINISHED, ports));
    const { idempotent } = ports.runnerOf(command);
    return idempotent ? startWithToken(row, ports) : startOnce(row, ports);
}

/** Whether nothing speaks against the step: the one that it asks, if any, answered that it is wanted. */
async function wanted({ workflow, onlyIf }: Command, { attempts }: Ports): Promise<boolean> {
    if (onlyIf === undefined) return true;
    return (await attempts.find(answerOf(workflow, onlyIf)))?.wanted === true;
}

/** Starts first and records then: who does it again after a death gets the same job. */
async function startWithToken(row: Attempt, ports: Ports): Promise<void> {
    const command = commandOf(row);
    const runner = ports.runnerOf(command);
    try {
        const job = await runner.start(row.attempt, command);
        const started = await change(row, { state: "started", job }, ports);
        if (started !== undefined) return ports.note("started", started);
        // Someone else was faster: with the same job, or to give the attempt up.
        const latest = await ports.attempts.find(row.attempt);
        if (latest?.state === "ended" || latest?.state === "settled") await runner.stop(row.attempt, job, command);
    } catch (error) {
        if (error instanceof Refused) await settle(row, refusal(error), ports);
        else if (!(error instanceof NotNow)) throw error;
    }
}

/**
 * Records first and starts then: after a death in between, or no answer, the step may run or not, and nobody starts it
 * a second time. It ends by its message, or fails at its deadline and is attempted again.
 */
async function startOnce(row: Attempt, ports: Ports): Promise<void> {
    const command = commandOf(row);
    const started = await change(row, { state: "started" }, ports);
    if (started === undefined) return;
    try {
        await ports.runnerOf(command).start(row.attempt, command);
        ports.note("started", started);
    } catch (error) {
        if (error instanceof Refused) await settle(started, refusal(error), ports);
        else if (error instanceof NotNow) await change(started, { state: "claimed" }, ports);
        else throw error;
    }
}

async function look(row: Attempt, ports: Ports): Promise<void> {
    const command = commandOf(row);
    const runner = ports.runnerOf(command);
    const outcome = row.job === undefined ? undefined : await runner.look(row.job, command);
    if (outcome !== undefined) {
        await settle(row, outcome, ports);
    } else if (ports.now() > row.deadline) {
        await runner.stop(row.attempt, row.job, command);
        const longest = `${command.step} did not end within ${command.timeoutMinutes} minutes`;
        await settle(row, failed("TimedOut", longest), ports);
    }
}

/** The row as written; `undefined` when another worker changed it meanwhile, which then goes on with it. */
async function change(row: Attempt, changes: Partial<Attempt>, ports: Ports): Promise<Attempt | undefined> {
    const changed = { ...row, ...changes, version: row.version + 1 };
    return (await ports.attempts.replace(changed)) ? changed : undefined;
}

function refusal(error: Refused): Outcome {
    return failed("NotStarted", error.message);
}
