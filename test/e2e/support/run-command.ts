import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";

export interface Finished {
    code: number | null;
    /** Standard output and error, as they came. */
    output: string;
}

export interface Running extends Promise<Finished> {
    process: ChildProcess;
    /** Resolves once the output holds the text; rejects when the command ends without it. */
    says(text: string): Promise<void>;
}

/**
 * Runs `node tools/run.mjs …`, which is what every `npm run` command is, on a local cloud in a folder of its own. Temporary
 * files lie there too, by which every process it starts can be told from those of others.
 */
export function runCommand(dataFolder: string, ...args: string[]): Running {
    return runCommandIn(paths.root, dataFolder, ...args);
}

/** The same in another copy of the repository. */
export function runCommandIn(root: string, dataFolder: string, ...args: string[]): Running {
    const temporary = join(dataFolder, "tmp");
    mkdirSync(temporary, { recursive: true });
    const child = spawn(process.execPath, ["tools/run.mjs", ...args], {
        cwd: root,
        env: { ...process.env, COMPLIANCE_LOCAL_DATA: dataFolder, TMPDIR: temporary, CI: "true" },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    // Who ends the tests ends what they run, which then takes down what it has put up.
    const end = () => child.kill("SIGTERM");
    process.once("SIGTERM", end);
    const finished = new Promise<Finished>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code) => {
            process.off("SIGTERM", end);
            resolve({ code, output });
        });
    });
    const says = (text: string) =>
        new Promise<void>((resolve, reject) => {
            const look = () => {
                if (output.includes(text)) resolve();
            };
            child.stdout.on("data", look);
            child.stderr.on("data", look);
            look();
            finished.then(() => reject(new Error(`ended without "${text}":\n${output}`)), reject);
        });
    return Object.assign(finished, { process: child, says });
}
