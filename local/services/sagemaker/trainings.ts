import { ServiceError } from "../answering.ts";

/** The request of `CreateTrainingJob`, as far as it means something here. */
export interface TrainingRequest {
    readonly TrainingJobName: string;
    readonly AlgorithmSpecification: { readonly TrainingImage?: string | undefined };
    readonly HyperParameters?: Readonly<Record<string, string>> | undefined;
    readonly InputDataConfig: readonly {
        readonly ChannelName: string;
        readonly DataSource: { readonly S3DataSource: { readonly S3Uri: string } };
    }[];
    readonly OutputDataConfig: { readonly S3OutputPath: string };
}

export interface Training {
    readonly request: TrainingRequest;
    status: "InProgress" | "Completed" | "Failed" | "Stopping" | "Stopped";
    failure?: string;
    /** Where the model is, once it is. */
    artefact?: string;
    /** In seconds since 1970. */
    readonly createdAt: number;
    endedAt?: number;
}

/** Trains as the request says and leaves the model; its address. */
export type Train = (request: TrainingRequest, signal: AbortSignal) => Promise<string>;

/** Jobs that train, each with a name that is used once. */
export class Trainings {
    readonly #jobs = new Map<string, Training>();
    readonly #stops = new Map<string, AbortController>();
    readonly #train: Train;
    readonly #under = new Set<Promise<void>>();

    constructor(train: Train) {
        this.#train = train;
    }

    /** Answers at once; the job is completed, or failed, later. */
    create(request: TrainingRequest): void {
        const { TrainingJobName: name } = request;
        if (this.#jobs.has(name)) {
            throw new ServiceError("ResourceInUse", `Training job names must be unique; ${name} is taken.`);
        }
        const job: Training = { request, status: "InProgress", createdAt: now() };
        const stop = new AbortController();
        this.#jobs.set(name, job);
        this.#stops.set(name, stop);
        const ended = this.#run(job, stop.signal).finally(() => this.#under.delete(ended));
        this.#under.add(ended);
    }

    find(name: string): Training | undefined {
        return this.#jobs.get(name);
    }

    /** The newest first. */
    list(): Training[] {
        return [...this.#jobs.values()].reverse();
    }

    stop(job: Training): void {
        if (job.status !== "InProgress") return;
        job.status = "Stopping";
        this.#stops.get(job.request.TrainingJobName)?.abort();
    }

    async close(): Promise<void> {
        for (const job of this.#jobs.values()) this.stop(job);
        await Promise.all(this.#under);
    }

    async #run(job: Training, signal: AbortSignal): Promise<void> {
        try {
            job.artefact = await this.#train(job.request, signal);
            job.status = "Completed";
        } catch (error) {
            if (signal.aborted) job.status = "Stopped";
            else Object.assign(job, { status: "Failed", failure: (error as Error).message });
        } finally {
            job.endedAt = now();
        }
    }
}

/** As SageMaker writes times. */
export function now(): number {
    return Date.now() / 1000;
}
