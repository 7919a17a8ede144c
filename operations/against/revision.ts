import { UserError } from "../cli/user-error.ts";
import { git } from "./git.ts";

export interface Revision {
    /** As it was asked for. */
    readonly revision: string;
    /** The commit to compare with. */
    readonly commit: string;
    /** What of the question could not be answered as it was asked. */
    readonly notes: readonly string[];
}

/**
 * The commit that a change is compared with: where the working tree branched off from the revision, so that what others
 * merged since does not look undone.
 */
export async function revisionNamed(root: string, revision: string): Promise<Revision> {
    const tip = await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]).catch(
        (error: NodeJS.ErrnoException) => {
            if (error.code === "ENOENT") throw new UserError("git is not installed here, so nothing can be compared.");
            throw new UserError(`"${revision}" is not a revision that this clone has.`);
        },
    );
    const base = await git(root, ["merge-base", tip, "HEAD"]).catch(() => "");
    if (base !== "") return { revision, commit: base, notes: [] };
    const note = `Where this branched off from ${revision} is not in this clone, so it is compared with ${revision} itself.`;
    return { revision, commit: tip, notes: [note] };
}

/** Paths that decide what is refused, and who may change that. */
const GUARDS = ["policies", ".github/CODEOWNERS", "CODEOWNERS", "infra/bootstrap"];

/** Files among those that guard the platform which the working tree changes, new ones included. */
export async function changedGuards(root: string, commit: string): Promise<string[]> {
    const changed = await git(root, ["diff", "--name-only", commit, "--", ...GUARDS]);
    const added = await git(root, ["ls-files", "--others", "--exclude-standard", "--", ...GUARDS]);
    return [...new Set([...changed.split("\n"), ...added.split("\n")])].filter((file) => file !== "").sort();
}

/** The file of a commit, or undefined where there is none. */
export async function fileAt(root: string, commit: string, file: string): Promise<string | undefined> {
    return git(root, ["show", `${commit}:./${file}`]).catch(() => undefined);
}

/** Stacks that the commit has settings for. */
export async function stacksAt(root: string, commit: string): Promise<string[]> {
    const names = await git(root, ["ls-tree", "--name-only", commit]);
    return names.split("\n").flatMap((name) => /^Pulumi\.([A-Za-z0-9_-]+)\.yaml$/.exec(name)?.[1] ?? []);
}
