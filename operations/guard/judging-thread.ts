import { Worker } from "node:worker_threads";
import { withoutRealCloud } from "../../tools/engine-environment.mjs";
import type { Judging, Opened } from "./bundles/kept-code.ts";
import type { Libraries } from "./bundles/make-libraries.ts";
import type { Assignment, Judgement } from "./judge/judgement.ts";

/** New objects are many and short-lived; with little room for them the collector runs all the time. */
const YOUNG_MEGABYTES = 64;

/** A thread that judges one program after the other, as long as the code that judges stays the same. What the program prints goes to standard error, as it is no part of the report. */
export class JudgingThread {
    readonly libraries: Libraries;
    private readonly worker: Worker;
    /** The code that it judges with, once it has judged. */
    private judgesWith: string | undefined;
    private hasEnded = false;

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
        this.worker.once("exit", () => {
            this.hasEnded = true;
        });
    }

    /** Whether it can judge with this code and these libraries. */
    isFor({ judge, libraries }: Judging): boolean {
        const same = this.judgesWith === undefined || this.judgesWith === textOf(judge);
        return same && !this.hasEnded && this.libraries.file === libraries.file;
    }

    /** Judges, or rejects with the reason when the thread ends before it could. Called again when it has answered. */
    judge(assignment: Omit<Assignment, "codeFile">, { judge, programs }: Judging): Promise<Judgement> {
        this.judgesWith = textOf(judge);
        return new Promise((resolve, reject) => {
            const ended = (status: number) => {
                reject(new Error(`The program ended its process itself, with exit code ${status}.`));
            };
            this.worker.once("error", reject);
            this.worker.once("exit", ended);
            this.worker.once("message", (judgement) => {
                this.worker.off("error", reject);
                this.worker.off("exit", ended);
                resolve(judgement);
            });
            this.worker.postMessage({ judge, programs, assignment: { ...assignment, codeFile: programs.file } });
        });
    }

    async end(): Promise<void> {
        await this.worker.terminate();
    }
}

function textOf({ file, source }: Opened): string {
    return source ?? file;
}
