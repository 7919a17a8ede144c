import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { paths } from "../../../tools/paths.mjs";
import { removeTemporaryFolders, temporaryFolder } from "../support/temporary.ts";
import { until } from "../support/until.ts";

const run = path.join(paths.root, "tools", "run");
const foreground = pathToFileURL(path.join(run, "foreground.mjs")).href;
const lifeline = pathToFileURL(path.join(run, "lifeline.mjs")).href;

/** Shuts down in its own time and writes down every signal it gets. */
const program = `
import fs from "node:fs";
const note = (text) => fs.appendFileSync(process.env.NOTES, text + "\\n");
const alive = setInterval(() => {}, 1000);
for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => {
    note(name);
    setTimeout(() => { note("clean"); clearInterval(alive); process.exitCode = 7; process.exit(); }, 200);
});
note("pid " + process.pid);`;

describe("a program that runs in the foreground", () => {
    const starters: ChildProcess[] = [];

    afterEach(() => {
        for (const starter of starters.splice(0)) starter.kill("SIGKILL");
        removeTemporaryFolders();
    });

    function start(script = program) {
        const folder = temporaryFolder();
        const [notesFile, file] = [path.join(folder, "notes"), path.join(folder, "program.mjs")];
        fs.writeFileSync(notesFile, "");
        fs.writeFileSync(file, script);
        const args = JSON.stringify(["--import", lifeline, file]);
        const starterScript = `import { runInForeground } from ${JSON.stringify(foreground)};
            process.exitCode = await runInForeground(process.execPath, ${args}, {
                env: process.env, lifeline: true, samePressMilliseconds: 600_000,
            });`;
        const starter = spawn(process.execPath, ["--input-type=module", "-e", starterScript], {
            detached: true,
            env: { ...process.env, NOTES: notesFile },
            stdio: "ignore",
        });
        starters.push(starter);
        const exit = new Promise<number | null>((resolve) => starter.once("exit", resolve));
        const notes = () => fs.readFileSync(notesFile, "utf8").trim().split("\n");
        return { starter, exit, notes, running: until(() => notes()[0] !== "") };
    }

    it("hands over its exit code", async () => {
        assert.equal(await start("process.exitCode = 41").exit, 41);
    });

    it("is reported as a shell would when a signal ended it", async () => {
        assert.equal(await start('process.kill(process.pid, "SIGKILL")').exit, 128 + 9);
    });

    it("gets one interrupt and its time to shut down when Ctrl-C reaches the whole group and npm repeats it", async () => {
        const { starter, exit, notes, running } = start();
        await running;
        process.kill(-(starter.pid ?? 0), "SIGINT");
        starter.kill("SIGINT");
        await sleep(50);
        starter.kill("SIGINT");
        assert.equal(await exit, 7);
        assert.deepEqual(notes().slice(1), ["SIGINT", "clean"]);
    });

    it("is told to end when the terminal is closed", async () => {
        const { starter, exit, notes, running } = start();
        await running;
        starter.kill("SIGHUP");
        assert.equal(await exit, 7);
        assert.deepEqual(notes().slice(1), ["SIGTERM", "clean"]);
    });

    it("shuts down even when its starter is killed", async () => {
        const { starter, notes, running } = start();
        await running;
        starter.kill("SIGKILL");
        await until(() => notes().includes("clean"));
    });
});
