import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const MOST_BYTES = 256 * 1024 * 1024;

/** What git says in a repository, without the line's end. */
export async function git(root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
    const { stdout } = await run("git", [...args], {
        cwd: root,
        maxBuffer: MOST_BYTES,
        // Variables of a hook or of somebody's shell would lead to another repository.
        env: { ...withoutGit(process.env), ...env },
    });
    return stdout.trimEnd();
}

function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("GIT_")));
}
