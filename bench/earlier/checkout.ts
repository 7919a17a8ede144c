import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { paths } from "../../tools/paths.mjs";

const run = promisify(execFile);

/** The last commit before previews, tests and starts were made faster: what they are held against. */
export const EARLIER = "0483a9e";

/** Works in folders with the sources of some commits, and nothing that a set-up made. */
export async function inCheckouts<T>(commits: readonly string[], work: (...roots: string[]) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), "bench-starts-"));
    try {
        const roots = await Promise.all(commits.map((commit) => checkout(commit, join(folder, commit))));
        return await work(...roots);
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

async function checkout(commit: string, root: string): Promise<string> {
    await mkdir(root);
    const archive = `${root}.tar`;
    await run("git", ["archive", "--output", archive, commit], { cwd: paths.root });
    await run("tar", ["-xf", archive, "-C", root]);
    return root;
}
