import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { UserError } from "../../operations/cli/user-error.ts";
import { paths } from "../../tools/paths.mjs";
import { findPython } from "../../tools/setup/find-python.mjs";

const REQUIREMENTS = join(paths.root, "model", "training", "requirements.txt");
const ENVIRONMENT = join(paths.platform, "model", "python");
const STAMP = join(ENVIRONMENT, "requirements.sha256");

type Progress = (line: string) => void;

/** The Python with the packages of `requirements.txt`, made when it is not there yet or they have changed. */
export async function modelPython(signal: AbortSignal, progress: Progress): Promise<string> {
    const python = join(ENVIRONMENT, "bin", "python");
    const wanted = createHash("sha256")
        .update(await readFile(REQUIREMENTS))
        .digest("hex");
    if ((await readFile(STAMP, "utf8").catch(() => "")) === wanted) return python;
    // An environment cannot be mended in place; without its stamp it counts as absent.
    await rm(ENVIRONMENT, { recursive: true, force: true });
    await mkdir(ENVIRONMENT, { recursive: true });
    const { command } = await findPython(process.env, signal);
    await runPython(command, ["-m", "venv", ENVIRONMENT], signal, progress);
    const pip = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"];
    await runPython(python, [...pip, "-r", REQUIREMENTS], signal, progress);
    await writeFile(STAMP, wanted);
    return python;
}

/** Runs to the end; what it prints is shown as progress, its last lines when it fails. */
export function runPython(command: string, args: string[], signal: AbortSignal, progress: Progress): Promise<void> {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { cwd: paths.root, signal, stdio: ["ignore", "pipe", "pipe"] });
        const last: string[] = [];
        for (const stream of [child.stdout, child.stderr]) {
            createInterface(stream).on("line", (line) => {
                progress(line.trim());
                if (last.push(line) > 20) last.shift();
            });
        }
        child.on("error", reject);
        child.on("close", (code) => {
            if (code === 0) resolve();
            else reject(new UserError([`${command} ${args.join(" ")} failed:`, ...last].join("\n")));
        });
    });
}
