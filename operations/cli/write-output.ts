import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "./user-error.ts";

/** Writes a report to a file, with its folder; says which path failed and why. */
export async function writeOutput(file: string, text: string): Promise<void> {
    try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
    } catch (cause) {
        throw cannotWrite(file, cause);
    }
}

/** The message for a file that cannot be written, with the reason. */
export function cannotWrite(file: string, cause: unknown): UserError {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new UserError(`Cannot write ${file}: ${reason}. Name a file in a folder you may write to.`);
}
