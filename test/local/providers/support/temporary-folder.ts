import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty folder for each test of the suite, removed after it. Call it in `describe`. */
export function temporaryFolder(): { readonly path: string } {
    const folder = { path: "" };
    beforeEach(async () => {
        folder.path = await mkdtemp(join(tmpdir(), "stand-in-"));
    });
    afterEach(() => rm(folder.path, { recursive: true, force: true }));
    return folder;
}
