/** An attempt of an activity, as whoever plays the pipeline hands it in. */
export interface AttemptOrder {
    pipelineId: string;
    attemptId: string;
    fields: { key: string; stringValue: string }[];
}

export interface TaskError {
    errorId?: string | undefined;
    errorMessage?: string | undefined;
    errorStackTrace?: string | undefined;
}

export interface HeldTask extends AttemptOrder {
    /** Of the latest hand-out; each hand-out has its own. */
    taskId: string;
    state: "WAITING" | "ASSIGNED" | "CANCELED" | "FINISHED" | "FAILED";
    workerGroup: string;
    /** Hand-outs so far. */
    handedOut: number;
    /** When it is handed out again if nobody reports, in milliseconds since 1970. */
    leaseUntil: number;
    error?: TaskError;
    /** Every end that was accepted. */
    ends: string[];
}

/** Until the first report, and between any two; from the API reference of Data Pipeline. */
const FIRST_REPORT_MS = 2 * 60_000;
const REPORT_MS = 15 * 60_000;

/** The task was never handed out, or is somebody else's by now, or over. */
export class TaskNotFound extends Error {
    override readonly name = "TaskNotFoundException";
}

export class InvalidRequest extends Error {
    override readonly name = "InvalidRequestException";
}

/** The worker's side of AWS Data Pipeline: hands tasks out under leases, and takes reports and results. */
export class TaskService {
    readonly tasks: HeldTask[] = [];
    readonly #now: () => number;

    constructor(now: () => number = Date.now) {
        this.#now = now;
    }

    /** A new attempt that waits for a worker. */
    order(workerGroup: string, order: AttemptOrder): HeldTask {
        const task: HeldTask = {
            ...order,
            workerGroup,
            taskId: "",
            state: "WAITING",
            handedOut: 0,
            leaseUntil: 0,
            ends: [],
        };
        this.tasks.push(task);
        return task;
    }

    /** Somebody gave the run up: the next report is told. */
    cancel(task: HeldTask): void {
        if (task.state === "ASSIGNED" || task.state === "WAITING") task.state = "CANCELED";
    }

    poll(workerGroup: string): HeldTask | undefined {
        const now = this.#now();
        const free = this.tasks.find(
            (task) =>
                task.workerGroup === workerGroup &&
                (task.state === "WAITING" || (task.state === "ASSIGNED" && task.leaseUntil <= now)),
        );
        if (free === undefined) return undefined;
        free.handedOut += 1;
        free.state = "ASSIGNED";
        free.taskId = `${free.pipelineId}/${free.attemptId}#${free.handedOut}`;
        free.leaseUntil = now + FIRST_REPORT_MS;
        return free;
    }

    report(taskId: string): { canceled: boolean } {
        const task = this.#held(taskId);
        if (task.state === "CANCELED") return { canceled: true };
        task.leaseUntil = this.#now() + REPORT_MS;
        return { canceled: false };
    }

    end(taskId: string, status: string, error: TaskError = {}): void {
        if (status !== "FINISHED" && status !== "FAILED") {
            throw new InvalidRequest(`taskStatus must be FINISHED or FAILED, got ${status}`);
        }
        if (error.errorId?.startsWith("Service_")) {
            throw new InvalidRequest(`errorId must not begin with Service_, got ${error.errorId}`);
        }
        for (const [field, value] of Object.entries({ errorId: error.errorId, stack: error.errorStackTrace })) {
            if ((value?.length ?? 0) > 1024) throw new InvalidRequest(`${field} must have at most 1024 characters`);
        }
        const task = this.#held(taskId);
        if (task.state === "CANCELED") return;
        task.ends.push(status);
        task.state = status;
        task.error = error;
    }

    #held(taskId: string): HeldTask {
        const task = this.tasks.find((one) => one.taskId === taskId);
        if (task === undefined || task.state === "FINISHED" || task.state === "FAILED") {
            throw new TaskNotFound(`no task ${taskId} is open`);
        }
        return task;
    }
}
