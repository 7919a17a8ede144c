import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { createTar } from "nanotar";
import { setUpPython } from "../python.ts";

export interface TrainingInput {
    readonly hyperparameters: Readonly<Record<string, string>>;
    /** Files of each channel, by name. */
    readonly channels: Readonly<Record<string, ReadonlyMap<string, Uint8Array>>>;
    /** Ends the training when it is aborted. */
    readonly signal: AbortSignal;
    /** Default: the Python that set-up made. */
    readonly python?: string;
}

/** Trains by the real XGBoost in a process of its own; the packed model, or an error with the last line that it said. */
export async function trainInProcess(input: TrainingInput): Promise<Uint8Array> {
    const folder = await mkdtemp(join(tmpdir(), "local-training-"));
    try {
        const [given, made] = [join(folder, "input"), join(folder, "model")];
        await mkdir(given);
        await writeFile(join(given, "hyperparameters.json"), JSON.stringify(input.hyperparameters));
        for (const [channel, files] of Object.entries(input.channels)) {
            for (const [name, content] of files) {
                const path = join(given, channel, name);
                await mkdir(dirname(path), { recursive: true });
                await writeFile(path, content);
            }
        }
        await run([given, made], input);
        const data = await readFile(join(made, "xgboost-model"));
        // Without times, so that the same model is the same file.
        return gzipSync(createTar([{ name: "xgboost-model", data: new Uint8Array(data), attrs: { mtime: 0 } }]));
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

function run(folders: readonly string[], { signal, python = setUpPython }: TrainingInput): Promise<void> {
    const child = spawn(python, ["-B", "-m", "container.train", ...folders], {
        cwd: import.meta.dirname,
        env: { PATH: process.env.PATH, LANG: "C.UTF-8", PYTHONUTF8: "1" },
        // It ends when its input does, however this process ends.
        stdio: ["pipe", "ignore", "pipe"],
        signal,
        killSignal: "SIGKILL",
    });
    child.stdin.on("error", () => undefined);
    const said: string[] = [];
    child.stderr.on("data", (chunk: Buffer) => said.push(...chunk.toString().split("\n").filter(Boolean)));
    return new Promise((done, fail) => {
        child.once("error", fail);
        child.once("close", (code) => {
            if (code === 0) done();
            else fail(new Error(`AlgorithmError: ${said.at(-1) ?? `exit code ${code}`}`));
        });
    });
}
