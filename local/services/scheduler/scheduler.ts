import type { Schedule } from "./schedule.ts";

/** What became of a start that was due. */
export interface Fired {
    schedule: string;
    outcome: "started" | "failed" | "dropped";
    /** Why it failed. */
    reason?: string;
}

export interface SchedulerPorts {
    /** Every schedule there is now. */
    schedules(): Promise<Schedule[]>;
    /** Starts what the schedule starts. */
    deliver(schedule: Schedule): Promise<void>;
    /** Tells CloudWatch, as EventBridge Scheduler does. */
    count(
        metric: "InvocationAttemptCount" | "TargetErrorCount" | "InvocationDroppedCount",
        group: string,
    ): Promise<void>;
}

/** A start that is due and has not succeeded yet. */
interface Due {
    at: number;
    attempts: number;
    notBefore: number;
}

/** The service says only that each wait is longer than the one before. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * EventBridge Scheduler: starts what is due at a time that is given, whenever that is asked. A schedule counts from the first
 * look at it. What was due while nobody looked, as on a laptop that slept, is made up for once.
 */
export class Scheduler {
    readonly #ports: SchedulerPorts;
    readonly #next = new Map<string, number>();
    readonly #due = new Map<string, Due[]>();

    constructor(ports: SchedulerPorts) {
        this.#ports = ports;
    }

    async advance(now: number): Promise<Fired[]> {
        const fired: Fired[] = [];
        for (const schedule of await this.#ports.schedules()) {
            const due = this.#dueOf(schedule, now);
            for (const one of [...due].filter(({ notBefore }) => notBefore <= now)) {
                const outcome = await this.#try(schedule, one, now);
                fired.push(outcome);
                if (outcome.outcome !== "failed") due.splice(due.indexOf(one), 1);
            }
        }
        return fired;
    }

    /** The starts of a schedule that are open, with the one that became due since the last look. */
    #dueOf({ name, everyMs, isOn }: Schedule, now: number): Due[] {
        const due = this.#due.get(name) ?? [];
        this.#due.set(name, due);
        const next = this.#next.get(name) ?? now + everyMs;
        const missed = Math.floor((now - next) / everyMs);
        this.#next.set(name, missed < 0 ? next : next + (missed + 1) * everyMs);
        if (missed >= 0 && isOn) due.push({ at: next + missed * everyMs, attempts: 0, notBefore: now });
        return due;
    }

    async #try(schedule: Schedule, due: Due, now: number): Promise<Fired> {
        const { name, group, retry } = schedule;
        try {
            due.attempts += 1;
            await this.#ports.count("InvocationAttemptCount", group);
            await this.#ports.deliver(schedule);
            return { schedule: name, outcome: "started" };
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            await this.#ports.count("TargetErrorCount", group);
            const wait = Math.min(FIRST_WAIT_MS * 2 ** (due.attempts - 1), LONGEST_WAIT_MS);
            due.notBefore = now + wait;
            const isOver = due.attempts > retry.attempts || due.notBefore - due.at > retry.maxAgeMs;
            if (!isOver) return { schedule: name, outcome: "failed", reason };
            await this.#ports.count("InvocationDroppedCount", group);
            return { schedule: name, outcome: "dropped", reason };
        }
    }
}
