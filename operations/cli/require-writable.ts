import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "./user-error.ts";

/** Finds out before a long run, rather than after it, that a file could not be written. */
export async function requireWritable(file: string): Promise<void> {
    try {
        await mkdir(dirname(file), { recursive: true });
        await access(dirname(file), constants.W_OK);
    } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError(`Cannot write ${file}: ${reason}. Name a file in a folder you may write to.`);
    }
}
