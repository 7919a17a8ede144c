import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "./user-error.ts";

/** Writes a report to a file, with its folder; says which path failed and why. */
export async function writeOutput(file: string, text: string): Promise<void> {
    try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
    } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError(`Cannot write ${file}: ${reason}. Name a file in a folder you may write to.`);
    }
}
