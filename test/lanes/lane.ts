import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Failure, Said } from "./message.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** What became of a test file. */
export interface Outcome {
    /** From the root of the repository. */
    file: string;
    passed: number;
    pending: number;
    failures: Failure[];
    seconds: number;
    /** What its tests and the processes they started printed. */
    printed: string;
}

/** How the process of a lane is started. */
export interface Start {
    /** Where it works; the files are named from there. */
    root: string;
    /** Options of Node. */
    node: readonly string[];
    env: NodeJS.ProcessEnv;
    /** Mocha's limit for one test, in milliseconds. */
    timeout: number;
}

/** One process that runs test files in turn. It is started when it is first needed, and anew when it died. */
export class Lane {
    private readonly start: Start;
    private worker: ChildProcess | undefined;

    constructor(start: Start) {
        this.start = start;
    }

    async run(file: string): Promise<Outcome> {
        const began = performance.now();
        const outcome: Outcome = { file, passed: 0, pending: 0, failures: [], seconds: 0, printed: "" };
        const worker = this.running();
        const print = (chunk: Buffer) => {
            outcome.printed += chunk;
        };
        for (const stream of [worker.stdout, worker.stderr]) stream?.on("data", print);
        const death = await new Promise<string | undefined>((resolve) => {
            const exit = (code: number | null, name: string | null) => resolve(name ?? `exit code ${code}`);
            worker.once("exit", exit);
            worker.on("message", (said: Said) => {
                if (said.type === "passed" || said.type === "pending") outcome[said.type] += 1;
                else if (said.type === "failed") outcome.failures.push(said);
                else {
                    worker.off("exit", exit);
                    resolve(undefined);
                }
            });
            worker.send({ file: join(this.start.root, file) });
        });
        worker.removeAllListeners("message");
        for (const stream of [worker.stdout, worker.stderr]) stream?.off("data", print);
        if (death !== undefined) {
            this.worker = undefined;
            const text = `the process that ran the file ended by ${death}, after ${outcome.passed} tests that passed`;
            outcome.failures.push({ title: "the file", text, isTest: false });
        }
        return { ...outcome, seconds: (performance.now() - began) / 1000 };
    }

    /** Lets the test that runs take down what it has put up, then ends the process. */
    async end(): Promise<void> {
        const { worker } = this;
        this.worker = undefined;
        if (worker === undefined || worker.exitCode !== null || worker.signalCode !== null) return;
        const ended = new Promise((resolve) => worker.once("exit", resolve));
        worker.kill("SIGTERM");
        await ended;
    }

    private running(): ChildProcess {
        const { root, node, env, timeout } = this.start;
        if (this.worker?.connected) return this.worker;
        this.worker = fork(WORKER, [String(timeout)], {
            cwd: root,
            execArgv: [...node],
            env,
            stdio: ["ignore", "pipe", "pipe", "ipc"],
        });
        return this.worker;
    }
}
