import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { rules } from "../../policies/rules/index.ts";
import { paths } from "../../tools/paths.mjs";
import { UserError } from "../cli/user-error.ts";

export const exceptionsFile = join(paths.policyPack, "exceptions.yaml");

/** The text of the exceptions file. */
export async function exceptionsText(): Promise<string> {
    try {
        return await readFile(exceptionsFile, "utf8");
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new UserError(`Cannot read policies/exceptions.yaml: ${reason}. Bring it back with git.`);
    }
}

export const ruleNames: readonly string[] = rules.map(({ name }) => name);

/** Whom git takes the person at the keyboard for; nothing where git was not told. */
export function gitUser(): string | undefined {
    try {
        const told = execFileSync("git", ["config", "user.email"], {
            cwd: paths.root,
            stdio: ["ignore", "pipe", "ignore"],
        });
        return told.toString().trim() || undefined;
    } catch {
        return undefined;
    }
}
