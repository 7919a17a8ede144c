import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../tools/paths.mjs";
import { measuredEnvironment } from "../coverage/run-tests.ts";
import { Lane } from "./lane.ts";
import type { Kind } from "./pool.ts";
import { isMeasured } from "./test-files.ts";

const settings = JSON.parse(readFileSync(join(paths.root, ".mocharc.json"), "utf8"));
const always = ["--require", paths.plainErrors, "--enable-source-maps"];

/** What the report on the coverage said, and whether enough is tested. */
export interface Judged {
    text: string;
    isEnough: boolean;
}

export interface KindArgs {
    /** Folder for the report on the coverage; what is there is replaced. */
    out: string;
    onCoverage: (judged: Judged) => void;
}

/** Splits the files by the process they need: coverage is measured from the first letter of a process on. */
export function kindsOf(files: readonly string[], { out, onCoverage }: KindArgs): Kind[] {
    const collected = join(out, "collected");
    rmSync(out, { recursive: true, force: true });
    mkdirSync(collected, { recursive: true });
    const lane = (node: readonly string[], env: NodeJS.ProcessEnv) =>
        new Lane({ root: paths.root, node: [...always, ...node], env, timeout: settings.timeout });
    return [
        {
            files: files.filter(isMeasured),
            lane: () => lane([], measuredEnvironment(collected)),
            afterwards: async () => onCoverage(await judge(collected, out)),
        },
        { files: files.filter((file) => !isMeasured(file)), lane: () => lane(["--import", "tsx"], process.env) },
    ];
}

/** In a process of its own: the report takes half a minute, in which the lanes want their next files. */
function judge(collected: string, out: string): Promise<Judged> {
    const program = join(paths.root, "test", "coverage", "main.ts");
    const args = ["--import", "tsx/esm", program, "--collected", collected, "--out", out];
    const child = spawn(process.execPath, args, { cwd: paths.root, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (chunk) => {
            text += chunk;
        });
    }
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code) => resolve({ text, isEnough: code === 0 }));
    });
}
