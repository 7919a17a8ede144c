import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { takeLock } from "../../../tools/setup/lock.mjs";
import { removeTemporaryFolders, temporaryFolder } from "../support/temporary.ts";

describe("the lock of the set-up", () => {
    afterEach(removeTemporaryFolders);

    const options = (onWait: (pid: number) => void = () => {}) => ({ signal: new AbortController().signal, onWait });

    it("makes a second set-up wait, and tells it for whom", async () => {
        const folder = temporaryFolder();
        const waitedFor: number[] = [];
        const giveBack = await takeLock(folder, options());
        let second = "waiting";
        const taken = takeLock(
            folder,
            options((pid) => waitedFor.push(pid)),
        ).then((giveBackSecond) => {
            second = "in";
            return giveBackSecond;
        });
        await new Promise((resolve) => setTimeout(resolve, 50));
        assert.deepEqual({ second, waitedFor }, { second: "waiting", waitedFor: [process.pid] });
        giveBack();
        (await taken)();
        assert.deepEqual({ second, left: fs.readdirSync(folder) }, { second: "in", left: [] });
    });

    it("takes over from a process that is gone", async () => {
        const folder = temporaryFolder();
        const gone = spawnSync(process.execPath, ["--version"]).pid;
        fs.writeFileSync(path.join(folder, "lock"), JSON.stringify({ pid: gone }));
        const giveBack = await takeLock(
            folder,
            options(() => assert.fail("waits for a dead process")),
        );
        assert.equal(JSON.parse(fs.readFileSync(path.join(folder, "lock"), "utf8")).pid, process.pid);
        giveBack();
    });

    it("takes over from a process id that lives but shows no sign of setting up", async () => {
        const folder = temporaryFolder();
        fs.writeFileSync(path.join(folder, "lock"), JSON.stringify({ pid: process.ppid }));
        const giveBack = await takeLock(folder, { ...options(), silent: 100 });
        giveBack();
    });

    it("lets exactly one of many take over a dead lock at a time", async () => {
        const folder = temporaryFolder();
        fs.writeFileSync(path.join(folder, "lock"), "no lock at all");
        let inside = 0;
        const visits = Array.from({ length: 5 }, async () => {
            const giveBack = await takeLock(folder, options());
            inside += 1;
            assert.equal(inside, 1);
            await new Promise((resolve) => setTimeout(resolve, 5));
            inside -= 1;
            giveBack();
        });
        await Promise.all(visits);
    });

    it("stops waiting when it is interrupted", async () => {
        const folder = temporaryFolder();
        const giveBack = await takeLock(folder, options());
        const stop = new AbortController();
        const waiting = takeLock(folder, { signal: stop.signal, onWait: () => stop.abort("SIGINT") });
        await assert.rejects(waiting, { name: "Interrupted", reason: "SIGINT" });
        giveBack();
    });
});
