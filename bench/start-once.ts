import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paths } from "../tools/paths.mjs";
import type { Figure } from "./figure.ts";

/** `npm start -- --once` as a whole process, set-up included, on a machine where it has run before. */
export async function benchStart(): Promise<Figure[]> {
    const folder = await mkdtemp(join(tmpdir(), "bench-start-"));
    try {
        const file = join(folder, "summary.json");
        const started = performance.now();
        await run(["tools/run.mjs", "operations/start.ts", "--once", "--json", file]);
        const seconds = (performance.now() - started) / 1000;
        const summary = JSON.parse(await readFile(file, "utf8"));
        const processing = summary.seconds.feeding + summary.seconds.processing;
        return [
            {
                what: "`npm start -- --once`, after the first time",
                figure: `${seconds.toFixed(1)} s`,
                target: "under 60 s",
            },
            {
                what: `of which feeding and processing ${summary.in} units`,
                figure: `${processing.toFixed(1)} s`,
                target: "",
            },
        ];
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

function run(args: string[]): Promise<void> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, args, { cwd: paths.root, stdio: "ignore" });
        child.on("error", reject);
        child.on("exit", (code) =>
            code === 0 ? resolve() : reject(new Error(`${args.join(" ")} ended with ${code}`)),
        );
    });
}
