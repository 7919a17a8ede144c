import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { paths } from "../tools/paths.mjs";

/** Works in a copy of the sources, which may be changed; libraries and what set-up made are those of the original. */
export async function inCopy<T>(work: (root: string) => Promise<T>): Promise<T> {
    const root = await mkdtemp(join(tmpdir(), "bench-copy-"));
    try {
        const { stdout } = await promisify(execFile)("git", ["ls-files"], { cwd: paths.root });
        const top = new Set(stdout.split("\n").map((file) => file.split("/")[0] ?? ""));
        for (const name of top) {
            if (name !== "" && name !== "test") await cp(join(paths.root, name), join(root, name), { recursive: true });
        }
        await symlink(paths.nodeModules, join(root, "node_modules"));
        return await work(root);
    } finally {
        await rm(root, { recursive: true, force: true });
    }
}
