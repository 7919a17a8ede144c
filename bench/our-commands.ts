import { paths } from "../tools/paths.mjs";
import type { Command } from "./run-command.ts";

/** A command of this repository, or of another copy of it, as `npm run` starts it. */
export function ours(args: readonly string[], cwd: string = paths.root, env: NodeJS.ProcessEnv = process.env): Command {
    return { args: [process.execPath, "tools/run.mjs", ...args], cwd, env };
}

export const PREVIEW = ours(["operations/preview.ts", "--stack", "prod", "--offline"]);
export const GUARD = ours(["operations/guard.ts", "--stack", "prod"]);
