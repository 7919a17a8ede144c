import type { TaskService } from "./task-service.ts";

/** One value of an object: a text, or the id of another object. */
export interface PipelineField {
    readonly key: string;
    readonly stringValue?: string;
    readonly refValue?: string;
}

export interface PipelineObject {
    readonly id: string;
    readonly name: string;
    readonly fields: readonly PipelineField[];
}

/** What an alarm says, and to which topic, by the role that the definition names. */
export interface Alarm {
    readonly topicArn: string;
    readonly role: string;
    readonly subject: string;
    readonly message: string;
}

/** One run of one activity, with all its attempts. */
export interface Instance {
    readonly activity: string;
    readonly name: string;
    status: "WAITING_ON_DEPENDENCIES" | "WAITING_FOR_RUNNER" | "RUNNING" | "FINISHED" | "FAILED" | "CASCADE_FAILED";
    attempts: number;
    /** Why the latest attempt failed. */
    error?: string;
}

/** One run of a pipeline: what its schedule made of it at one time. */
export interface PipelineRun {
    readonly pipelineId: string;
    /** Of the workflow, as its alarms name it. */
    readonly pipelineName: string;
    readonly scheduledAt: number;
    readonly instances: readonly Instance[];
}

export interface PipelinesOptions {
    readonly tasks: TaskService;
    readonly tell: (alarm: Alarm) => Promise<void>;
    /** Milliseconds since 1970. */
    readonly now: () => number;
    /** How long a retry waits, of what its definition says. Default: all of it. */
    readonly haste?: number;
}

interface Open {
    readonly run: PipelineRun;
    readonly instance: Instance;
    readonly object: PipelineObject;
    task?: ReturnType<TaskService["order"]>;
    notBefore: number;
    told: { late: boolean };
}

/** AWS Data Pipeline: carries provisioned definitions out on their schedules, as far as our compiler uses them. */
export class Pipelines {
    readonly #pipelines = new Map<
        string,
        { objects: readonly PipelineObject[]; activatedAt: number; runs: PipelineRun[] }
    >();
    readonly #options: PipelinesOptions;
    #open: Open[] = [];

    constructor(options: PipelinesOptions) {
        this.#options = options;
    }

    /** A definition is carried out from now on; one that changed counts from its next period. */
    define(pipelineId: string, objects: readonly PipelineObject[]): void {
        const known = this.#pipelines.get(pipelineId);
        if (known) known.objects = objects;
        else this.#pipelines.set(pipelineId, { objects, activatedAt: this.#options.now(), runs: [] });
    }

    remove(pipelineId: string): void {
        this.#pipelines.delete(pipelineId);
        for (const { run, task } of this.#open) {
            if (run.pipelineId === pipelineId && task) this.#options.tasks.cancel(task);
        }
        this.#open = this.#open.filter(({ run }) => run.pipelineId !== pipelineId);
    }

    runs(): PipelineRun[] {
        return [...this.#pipelines.values()].flatMap(({ runs }) => runs);
    }

    /** Whether no run has anything left to do. */
    isIdle(): boolean {
        return this.#open.length === 0;
    }

    /** Does what is due: begins runs, hands steps out, takes their ends in, tries again, tells. Called as time goes by. */
    async advance(): Promise<void> {
        this.#begin();
        for (const open of [...this.#open]) await this.#go(open);
        this.#open = this.#open.filter(({ instance }) => !isOver(instance));
    }

    /** A run begins at activation and then each period, never while the one before has something to do. */
    #begin(): void {
        const now = this.#options.now();
        for (const [pipelineId, { objects, activatedAt, runs }] of this.#pipelines) {
            const periodMs =
                minutesIn(
                    objects.find(({ id }) => id === "schedule"),
                    "period",
                ) * 60_000;
            const last = runs.at(-1);
            const due = last === undefined ? activatedAt : last.scheduledAt + periodMs;
            if (now < due || this.#open.some(({ run }) => run.pipelineId === pipelineId)) continue;
            const activities = objects.filter((one) => textIn(one, "type") === "ShellCommandActivity");
            const instances = activities.map(({ id, name }): Instance => {
                return { activity: id, name, status: "WAITING_ON_DEPENDENCIES", attempts: 0 };
            });
            const run = { pipelineId, pipelineName: workflowIn(activities), scheduledAt: due, instances };
            runs.push(run);
            this.#open.push(
                ...activities.map((object, index): Open => {
                    const instance = instances[index] as Instance;
                    return { run, instance, object, notBefore: 0, told: { late: false } };
                }),
            );
        }
    }

    async #go(open: Open): Promise<void> {
        const { run, instance, object, task } = open;
        if (isOver(instance)) return;
        await this.#tellIfLate(open);
        if (task === undefined) {
            const before = run.instances.find(({ activity }) => activity === refIn(object, "dependsOn"));
            if (before?.status === "FAILED" || before?.status === "CASCADE_FAILED") instance.status = "CASCADE_FAILED";
            else if ((before === undefined || before.status === "FINISHED") && this.#options.now() >= open.notBefore) {
                this.#order(open);
            }
            return;
        }
        if (task.state === "ASSIGNED") instance.status = "RUNNING";
        if (task.state === "FINISHED") instance.status = "FINISHED";
        if (task.state === "FAILED") await this.#failed(open, task.error?.errorMessage ?? task.error?.errorId ?? "");
    }

    #order(open: Open): void {
        const { run, instance, object } = open;
        instance.attempts += 1;
        instance.status = "WAITING_FOR_RUNNER";
        const attemptId = `@${instance.activity}_${new Date(run.scheduledAt).toISOString().slice(0, 19)}_Attempt=${instance.attempts}`;
        const fields = object.fields.map(({ key, stringValue = "" }) => ({ key, stringValue }));
        const order = { pipelineId: run.pipelineId, attemptId, fields };
        open.task = this.#options.tasks.order(textIn(object, "workerGroup"), order);
    }

    /** Tries again after the delay, or tells that it was the last time. */
    async #failed(open: Open, error: string): Promise<void> {
        const { instance, object } = open;
        instance.error = error;
        delete open.task;
        if (instance.attempts <= Number(textIn(object, "maximumRetries") || 0)) {
            const { haste = 1, now } = this.#options;
            open.notBefore = now() + minutesIn(object, "retryDelay") * 60_000 * haste;
            return;
        }
        instance.status = "FAILED";
        await this.#tell(open, refIn(object, "onFail"));
    }

    async #tellIfLate(open: Open): Promise<void> {
        const { run, object, told } = open;
        const after = minutesIn(object, "lateAfterTimeout") * 60_000;
        if (told.late || after === 0 || this.#options.now() < run.scheduledAt + after) return;
        told.late = true;
        await this.#tell(open, refIn(object, "onLateAction"));
    }

    async #tell({ run, object }: Open, alarmId: string): Promise<void> {
        const alarm = this.#pipelines.get(run.pipelineId)?.objects.find(({ id }) => id === alarmId);
        if (alarm === undefined) return;
        const text = (key: string) => textIn(alarm, key).replaceAll("#{node.name}", object.name);
        const [topicArn, role, subject, message] = ["topicArn", "role", "subject", "message"].map(text);
        await this.#options.tell({
            topicArn: topicArn ?? "",
            role: role ?? "",
            subject: subject ?? "",
            message: message ?? "",
        });
    }
}

function isOver({ status }: Instance): boolean {
    return status === "FINISHED" || status === "FAILED" || status === "CASCADE_FAILED";
}

/** Each command of our worker names it. */
function workflowIn(activities: readonly PipelineObject[]): string {
    return JSON.parse(textIn(activities[0], "command") || "{}").workflow ?? "";
}

function textIn(object: PipelineObject | undefined, key: string): string {
    return object?.fields.find((field) => field.key === key)?.stringValue ?? "";
}

function refIn(object: PipelineObject, key: string): string {
    return object.fields.find((field) => field.key === key)?.refValue ?? "";
}

/** `60 Minutes` as 60. */
function minutesIn(object: PipelineObject | undefined, key: string): number {
    return Number(/^(\d+) Minutes$/.exec(textIn(object, key))?.[1] ?? 0);
}
