import type { Attempt } from "../../../../functions/work/attempt.ts";
import { type Command, type Kind, kindOf } from "../../../../functions/work/command.ts";
import { FINISHED, failed, type Outcome } from "../../../../functions/work/outcome.ts";
import type { Attempts, Ports, Runner, Tasks } from "../../../../functions/work/ports.ts";
import { TaskNotFound, TaskService } from "../../../../local/services/data-pipeline/task-service.ts";

export const GROUP = "batch";
export const MINUTE = 60_000;

/** A run of a step, in whichever service. */
export interface Job {
    attempt: string;
    kind: Kind;
    starts: number;
    state: "running" | "done" | "broken" | "stopped" | "vanished";
}

/** Stands between a worker and every call that it makes; it may wait there, or die. */
export type Gate = (call: string) => Promise<void>;

const WHAT = {
    function: { function: "arn:aws:lambda:eu-west-1:111122223333:function:collect" },
    sparkJob: { sparkJob: { applicationId: "app", executionRoleArn: "arn:aws:iam::111122223333:role/spark" } },
    training: { training: { RoleArn: "arn:aws:iam::111122223333:role/training" } },
} as const;

/** Everything around `work`, with a clock that only moves when told. */
export class World {
    now = Date.parse("2026-03-03T00:00:00Z");
    readonly service = new TaskService(() => this.now);
    readonly rows = new Map<string, Attempt>();
    readonly jobs = new Map<string, Job>();
    readonly notes: string[] = [];
    /** Thrown by the next start of a step. */
    startFault: Error | undefined;

    order(kind: Kind | "unknown", attemptId = `step_${this.service.tasks.length}_Attempt=1`, changes: object = {}) {
        const command = { workflow: "batch", step: "step", timeoutMinutes: 15, ...changes };
        const text = kind === "unknown" ? "rm -rf /" : JSON.stringify({ ...command, ...WHAT[kind] });
        const fields = [{ key: "command", stringValue: text }];
        return this.service.order(GROUP, { pipelineId: "df-1", attemptId, fields });
    }

    job(attempt: string): Job {
        const job = this.jobs.get(attempt);
        if (job === undefined) throw new Error(`${attempt} was never started`);
        return job;
    }

    ports(gate: Gate = async () => {}): Ports {
        const tasks: Tasks = {
            poll: async () => {
                await gate("poll");
                const task = this.service.poll(GROUP);
                if (task === undefined) return undefined;
                const { pipelineId, attemptId, taskId, fields } = task;
                return { attempt: `${pipelineId}/${attemptId}`, taskId, command: fields[0]?.stringValue };
            },
            report: async (taskId) => {
                await gate("report");
                return unlessGone(() => (this.service.report(taskId).canceled ? "canceled" : "ours"));
            },
            end: async (taskId, outcome) => {
                await gate("end");
                return unlessGone(() => {
                    if (outcome.finished) this.service.end(taskId, "FINISHED");
                    else
                        this.service.end(taskId, "FAILED", { errorId: outcome.errorId, errorMessage: outcome.message });
                    return "told";
                });
            },
        };
        return {
            tasks,
            attempts: this.#attempts(gate),
            runnerOf: (command) => this.#runner(command, gate),
            now: () => this.now,
            note: (event, { attempt }) => this.notes.push(`${event} ${attempt}`),
        };
    }

    #attempts(gate: Gate): Attempts {
        return {
            open: async () => {
                await gate("open");
                return [...this.rows.values()].filter(({ state }) => state !== "ended");
            },
            find: async (attempt) => {
                await gate("find");
                return this.rows.get(attempt);
            },
            insert: async (row) => {
                await gate("insert");
                const existing = this.rows.get(row.attempt);
                if (existing === undefined) this.rows.set(row.attempt, row);
                return existing;
            },
            replace: async (row) => {
                await gate("replace");
                if (this.rows.get(row.attempt)?.version !== row.version - 1) return false;
                this.rows.set(row.attempt, row);
                return true;
            },
        };
    }

    #runner(command: Command, gate: Gate): Runner {
        const kind = kindOf(command);
        return {
            idempotent: kind !== "function",
            start: async (attempt) => {
                await gate("start");
                const fault = this.startFault;
                this.startFault = undefined;
                if (fault !== undefined) throw fault;
                const known = this.jobs.get(attempt);
                this.jobs.set(attempt, { attempt, kind, state: "running", ...known, starts: (known?.starts ?? 0) + 1 });
                // The answer is lost if the worker dies here.
                await gate("started");
                return attempt;
            },
            look: async (job): Promise<Outcome | undefined> => {
                await gate("look");
                if (kind === "function") return undefined;
                const { state } = this.job(job);
                if (state === "running") return undefined;
                return state === "done" ? FINISHED : failed(`Job${state}`, "it broke");
            },
            stop: async (attempt) => {
                await gate("stop");
                const job = this.jobs.get(attempt);
                if (job?.state === "running" && kind !== "function") job.state = "stopped";
            },
        };
    }
}

function unlessGone<Answer>(call: () => Answer): Answer | "gone" {
    try {
        return call();
    } catch (error) {
        if (error instanceof TaskNotFound) return "gone";
        throw error;
    }
}
