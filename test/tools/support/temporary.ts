import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const made: string[] = [];

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "compliance-tools-")));
    made.push(folder);
    return folder;
}

export function removeTemporaryFolders(): void {
    for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
}
