import { randomUUID } from "node:crypto";
import type { Definitions } from "./definitions.ts";
import { type PipelineRun, runPipeline } from "./run-pipeline.ts";
import type { Surroundings } from "./surroundings.ts";

/** A run that was asked for. */
export interface Started {
    readonly runId: string;
    /** In Data Factory's words. */
    status(): "Queued" | "InProgress" | PipelineRun["status"];
    readonly ended: Promise<PipelineRun>;
    cancel(): void;
}

/** A Data Factory with the pipelines that the program provisions. */
export class DataFactory {
    readonly #definitions: Definitions;
    readonly #around: Surroundings;
    /** The last run of each pipeline that lets one run at a time. */
    readonly #last = new Map<string, Promise<unknown>>();
    readonly #under = new Set<AbortController>();

    constructor(definitions: Definitions, around: Surroundings) {
        this.#definitions = definitions;
        this.#around = around;
    }

    has(name: string): boolean {
        return this.#definitions.pipelines.has(name);
    }

    start(name: string): Started {
        const pipeline = this.#definitions.pipelines.get(name);
        if (pipeline === undefined) throw new Error(`the factory has no pipeline called ${name}`);
        const runId = randomUUID();
        const off = new AbortController();
        let status: ReturnType<Started["status"]> = "Queued";
        const before = pipeline.concurrency === 1 ? this.#last.get(name) : undefined;
        const ended = (async () => {
            await before;
            status = "InProgress";
            const run = await runPipeline(pipeline, this.#definitions, runId, this.#around, off.signal);
            status = run.status;
            return run;
        })().finally(() => this.#under.delete(off));
        this.#under.add(off);
        this.#last.set(
            name,
            ended.catch(() => undefined),
        );
        return { runId, status: () => status, ended, cancel: () => off.abort() };
    }

    /** Cancels every run, also those that wait to try again, for which nobody would wait any more. */
    close(): void {
        for (const off of this.#under) off.abort();
    }
}
