import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
    copyFile,
    mkdir,
    mkdtemp,
    readdir,
    readFile,
    rename,
    rm,
    stat,
    symlink,
    utimes,
    writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { KEPT_MILLISECONDS } from "../guard/bundles/ways.ts";
import { git } from "./git.ts";
import { fileAt } from "./revision.ts";

/**
 * Folders that judge a program, not what it consists of. They come from the working tree, so that both programs stand
 * before the same guardrails and in the same imagined clouds, and what differs is the program.
 */
const JUDGES = ["operations", "local", "policies", "tools"];
const BUNDLES = ".platform/bundles";
/** What was accepted belongs to the program of that time. */
const EXCEPTIONS = "policies/exceptions.yaml";

/** A folder with the program of a commit and the guardrails of the working tree; kept for a while, since reviews repeat. */
export async function baseTree(root: string, cache: string, commit: string): Promise<string> {
    const judges = await ownFiles(root);
    const key = await keyOf(root, commit, judges);
    const folder = join(cache, "against");
    const tree = join(folder, key);
    await mkdir(folder, { recursive: true });
    await removeOlder(folder, key);
    if (existsSync(tree)) {
        await utimes(tree, new Date(), new Date());
        return tree;
    }
    const making = await mkdtemp(join(folder, "making-"));
    try {
        await checkOut(root, commit, making);
        for (const file of judges) await copy(join(root, file), join(making, file));
        await symlink(join(root, "node_modules"), join(making, "node_modules"));
        await copyNotes(join(root, BUNDLES), join(making, BUNDLES));
        await rename(making, tree).catch((error: NodeJS.ErrnoException) => {
            // Another command has made the same in the same moment.
            if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
        });
    } finally {
        await rm(making, { recursive: true, force: true });
    }
    return tree;
}

/** The program's part of the commit. An index of its own leaves that of the repository alone, so what is in it may go. */
async function checkOut(root: string, commit: string, to: string): Promise<void> {
    const env = { GIT_INDEX_FILE: join(to, ".index") };
    await git(root, ["read-tree", commit], env);
    await git(root, ["rm", "-r", "-q", "-f", "--cached", "--ignore-unmatch", "--", ...JUDGES, "test", "docs"], env);
    await git(root, ["checkout-index", "--all", `--prefix=${to}/`], env);
    await mkdir(join(to, "policies"), { recursive: true });
    await writeFile(join(to, EXCEPTIONS), (await fileAt(root, commit, EXCEPTIONS)) ?? "[]\n");
    await rm(join(to, ".index"), { force: true });
}

async function ownFiles(root: string): Promise<string[]> {
    const listed = await git(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...JUDGES]);
    return [...new Set(listed.split("\0"))]
        .filter((file) => file !== "" && file !== EXCEPTIONS && existsSync(join(root, file)))
        .sort();
}

async function keyOf(root: string, commit: string, files: readonly string[]): Promise<string> {
    const hash = createHash("sha256").update(`${root}\n${commit}\n`);
    for (const file of files) hash.update(`${file}\n`).update(await readFile(join(root, file)));
    return hash.digest("hex").slice(0, 16);
}

async function copy(from: string, to: string): Promise<void> {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
}

/** A function that has not changed need not be bundled again: the notes say what each zip was made of. */
async function copyNotes(from: string, to: string): Promise<void> {
    const names = await readdir(from).catch(() => []);
    for (const name of names) if (name.endsWith(".json")) await copy(join(from, name), join(to, name));
}

async function removeOlder(folder: string, but: string): Promise<void> {
    for (const name of await readdir(folder)) {
        const { mtimeMs } = await stat(join(folder, name));
        if (name !== but && Date.now() - mtimeMs > KEPT_MILLISECONDS) {
            await rm(join(folder, name), { recursive: true, force: true });
        }
    }
}
