import { randomUUID } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";

/** Writes a file at once: several previews may run side by side, and none may read half a file. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
    const unfinished = `${path}.${randomUUID()}.${process.pid}.draft`;
    await writeFile(unfinished, content);
    await rename(unfinished, path);
}
