import { Worker } from "node:worker_threads";
import { withoutRealCloud } from "../../tools/engine-environment.mjs";
import type { Judging } from "./bundles/kept-code.ts";
import type { Libraries } from "./bundles/make-libraries.ts";
import type { Assignment, Judgement } from "./judge/judgement.ts";

/** New objects are many and short-lived; with little room for them the collector runs all the time. */
const YOUNG_MEGABYTES = 64;

/** A thread that judges one program. What the program prints goes to standard error, as it is no part of the report. */
export class JudgingThread {
    readonly libraries: Libraries;
    private readonly worker: Worker;

    /** `early` loads the libraries at once, in time that nobody waits for. */
    constructor(libraries: Libraries, early = false) {
        this.libraries = libraries;
        this.worker = new Worker(new URL("./bundles/worker.mjs", import.meta.url), {
            workerData: { libraries, early },
            env: withoutRealCloud(process.env),
            // Not how this command was started: the thread reads bundles only.
            execArgv: [],
            stdout: true,
            resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
        });
        this.worker.stdout.pipe(process.stderr, { end: false });
        this.worker.on("error", () => {
            // Told by `judge`; until then it is nobody's loss.
        });
    }

    /** Judges, or rejects with the reason when the thread ends before it could. */
    judge(assignment: Omit<Assignment, "codeFile">, { code }: Judging): Promise<Judgement> {
        return new Promise((resolve, reject) => {
            this.worker.once("message", resolve);
            this.worker.once("error", reject);
            this.worker.once("exit", (status) => {
                reject(new Error(`The program ended its process itself, with exit code ${status}.`));
            });
            this.worker.postMessage({ code, assignment: { ...assignment, codeFile: code.file } });
        });
    }

    async end(): Promise<void> {
        await this.worker.terminate();
    }
}
