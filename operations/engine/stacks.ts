import { readdirSync } from "node:fs";
import { UserError } from "../cli/user-error.ts";

/** Names of the stacks that a project folder has a `Pulumi.<stack>.yaml` for. */
export function stackNames(projectFolder: string): string[] {
    return readdirSync(projectFolder)
        .flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? [])
        .sort();
}

/** The stack that a person named, or the list of those that exist as the error. */
export function requireStack(projectFolder: string, stack: string | undefined): string {
    const names = stackNames(projectFolder);
    if (stack !== undefined && names.includes(stack)) return stack;
    const fault = stack === undefined ? "No stack named" : `Unknown stack "${stack}"`;
    throw new UserError(`${fault}: choose one of ${names.join(", ")} with --stack.`);
}
