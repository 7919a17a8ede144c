import { execFile } from "node:child_process";
import { join } from "node:path";
import type { ActionAnswer } from "../../console/state.ts";
import { paths } from "../../tools/paths.mjs";
import { UserError } from "../cli/user-error.ts";

/** What the console has looked at by the commands of the platform team, as they are. */
export const CHECKS = ["drift", "evidence"] as const;
export type Check = (typeof CHECKS)[number];

/** What a command said, and how it ended. */
export interface Ended {
    exitCode: number;
    text: string;
}

export type RunCommand = (args: readonly string[]) => Promise<Ended>;

/** More than a drift of every resource takes. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Runs a command of `operations`, as npm does. */
export const runCommand: RunCommand = (args) =>
    new Promise((resolve) => {
        const all = [join(paths.root, "tools", "run.mjs"), ...args];
        execFile(process.execPath, all, { cwd: paths.root, maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
            const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
            resolve({ exitCode, text: `${stdout}${stderr}`.trim() });
        });
    });

/** The checks of a stack, one after the other: each takes a processor for some seconds. */
export function stackChecks(stack: string, run: RunCommand = runCommand) {
    let busy: Check | undefined;
    return async (check: Check): Promise<ActionAnswer> => {
        if (busy !== undefined) throw new UserError(`The look at ${busy} is not over yet: wait for its answer.`);
        busy = check;
        try {
            const { exitCode, text } = await run([`operations/${check}.ts`, "--stack", stack]);
            return { done: exitCode === 0, text };
        } finally {
            busy = undefined;
        }
    };
}
