import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { invoke } from "../../support/calls.ts";
import { runs } from "../../support/processes.ts";
import { makeFunction } from "../../support/resources.ts";
import { startServices } from "../../support/running-services.ts";

const source = "setInterval(() => undefined, 1000); export const handler = async () => process.pid;";

describe("correction orphan-workers", function () {
    this.timeout(30_000);

    it("ends a function's worker with a server that is killed", async () => {
        assert.equal(await outlivesItsServer([]), false);
    });

    it("is what the correction is for: without it that fails", async () => {
        assert.equal(await outlivesItsServer(["orphan-workers"]), true);
    });
});

async function outlivesItsServer(without: string[]): Promise<boolean> {
    const running = await startServices(without);
    await makeFunction(running.clients, "lingering", { source, folder: running.folder });
    const worker = Number(await invoke(running.clients, "lingering"));
    process.kill(running.services.pid, "SIGKILL");
    await running.services.ended;
    for (let waited = 0; waited < 1000 && runs(worker); waited += 20) {
        await pause(20);
    }
    const outlived = runs(worker);
    // Ends what is left of the process group, so also the worker.
    await running.stop();
    return outlived;
}
