import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startDoomedParent } from "../../support/doomed-parent.ts";
import { runs } from "../../support/processes.ts";

describe("correction orphan-workers", () => {
    it("ends a function's worker when both the services and their parent are killed", async () => {
        assert.equal(await outlivesBoth([], Number.POSITIVE_INFINITY), false);
    });

    it("is what the correction is for: without it that fails", async () => {
        assert.equal(await outlivesBoth(["orphan-workers"], 2000), true);
    });
});

/** Whether the worker still runs after that many milliseconds, or for ever. */
async function outlivesBoth(without: string[], patienceMs: number): Promise<boolean> {
    const parent = await startDoomedParent(without);
    // Stopped first, so that neither can clear up after the other.
    process.kill(parent.pid, "SIGSTOP");
    parent.process.kill("SIGKILL");
    process.kill(parent.pid, "SIGKILL");
    for (let waited = 0; waited < patienceMs && runs(parent.worker); waited += 50) {
        await pause(50);
    }
    const outlived = runs(parent.worker);
    if (outlived) {
        process.kill(parent.worker, "SIGKILL");
    }
    for (const folder of [parent.folder, dirname(parent.workFolder)]) {
        rmSync(folder, { recursive: true, force: true });
    }
    return outlived;
}
