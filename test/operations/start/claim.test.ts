import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { claimLocalCloud } from "../../../operations/start/claim.ts";
import { type PlatformPaths, platformPaths } from "../../../tools/paths.mjs";

describe("the claim of a start on its local cloud", () => {
    let at: PlatformPaths;
    let run: string;
    const { signal } = new AbortController();
    const gone = spawnSync(process.execPath, ["--version"]).pid;
    const mustNotWait = () => assert.fail("waits");

    beforeEach(() => {
        at = platformPaths(mkdtempSync(join(tmpdir(), "claim-")));
        run = dirname(at.servicesFile);
        mkdirSync(run, { recursive: true });
    });

    afterEach(() => rmSync(at.root, { recursive: true, force: true }));

    const lockOf = (pid: number, parent: number) => writeFileSync(join(run, "lock"), JSON.stringify({ pid, parent }));

    it("clears away what a start left that was killed, and leaves nothing itself", async () => {
        lockOf(gone, gone);
        writeFileSync(at.servicesFile, "{}");
        mkdirSync(join(run, "tmp", "engine-events-1"), { recursive: true });
        for (const folder of [at.setup, at.cache, at.bundles]) {
            mkdirSync(folder, { recursive: true });
            writeFileSync(join(folder, `made.${gone}.draft`), "half");
        }
        const claim = await claimLocalCloud(at, { signal, onWait: mustNotWait });
        assert.deepEqual(readdirSync(claim.temporary), []);
        assert.equal(existsSync(at.servicesFile), false);
        assert.deepEqual(
            [at.setup, at.cache, at.bundles].flatMap((folder) => readdirSync(folder)),
            [],
        );
        claim.release();
        assert.deepEqual(readdirSync(run), []);
    });

    it("is refused, with what to do, while another start lives, and touches nothing of it", async () => {
        lockOf(process.pid, process.ppid);
        writeFileSync(at.servicesFile, "{}");
        const isStart = (pid: number) => pid === process.pid;
        await assert.rejects(claimLocalCloud(at, { signal, onWait: mustNotWait, isStart }), {
            name: "UserError",
            message: new RegExp(`process ${process.pid}\\).*kill ${process.pid}\n.*COMPLIANCE_LOCAL_DATA=FOLDER`),
        });
        assert.equal(existsSync(at.servicesFile), true);
    });

    it("waits for a start that only has to end, because what started it is gone", async () => {
        lockOf(process.pid, gone);
        let waitedFor = 0;
        const claim = await claimLocalCloud(at, {
            signal,
            isStart: (pid) => pid === process.pid,
            onWait(pid) {
                waitedFor = pid;
                rmSync(join(run, "lock"));
            },
        });
        assert.equal(waitedFor, process.pid);
        claim.release();
    });

    it("takes no other process for a start whose process id it has got since", async () => {
        lockOf(process.pid, process.ppid);
        const claim = await claimLocalCloud(at, { signal, onWait: mustNotWait });
        claim.release();
    });
});
