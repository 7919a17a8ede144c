import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { cannotWrite } from "./write-output.ts";

/** Finds out before a long run, rather than after it, that a file could not be written. */
export async function requireWritable(file: string): Promise<void> {
    try {
        await mkdir(dirname(file), { recursive: true });
        await access(dirname(file), constants.W_OK);
    } catch (cause) {
        throw cannotWrite(file, cause);
    }
}
