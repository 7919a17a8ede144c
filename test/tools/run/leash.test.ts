import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { paths } from "../../../tools/paths.mjs";
import { spawnOnLeash } from "../../../tools/run/leash.mjs";
import { runs } from "../../local/services/support/processes.ts";
import { removeTemporaryFolders, temporaryFolder } from "../support/temporary.ts";
import { until } from "../support/until.ts";

const leash = pathToFileURL(path.join(paths.root, "tools", "run", "leash.mjs")).href;
const { env } = process;

interface Said {
    code: number | null;
    signal: NodeJS.Signals | null;
    output: string;
}

function ended(child: ChildProcess): Promise<Said> {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    return new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal, output })));
}

describe("a program on a leash", () => {
    const holders: ChildProcess[] = [];

    afterEach(() => {
        for (const holder of holders.splice(0)) holder.kill("SIGKILL");
        removeTemporaryFolders();
    });

    /** A program that one process holds for us to kill; with what it started itself. `how` starts it. */
    async function held(how: string, script: string) {
        const notes = path.join(temporaryFolder(), "notes");
        const code = `import { spawn } from "node:child_process"; import { spawnOnLeash } from ${JSON.stringify(leash)};
            ${how}; setInterval(() => undefined, 1000);`;
        const holder = spawn(process.execPath, ["--input-type=module", "-e", code], {
            env: { ...env, NOTES: notes, SCRIPT: script },
            stdio: "ignore",
        });
        holders.push(holder);
        const said = () => (fs.existsSync(notes) ? fs.readFileSync(notes, "utf8") : "");
        await until(() => said().endsWith("\n"));
        const pids = said().trim().split(" ").map(Number);
        assert.ok(pids.every(runs), "nothing to leave behind");
        return { holder, pids, said };
    }

    const neverEnds = 'sleep 600 & echo "$$ $!" > "$NOTES"; wait';

    it("has its arguments as they are, its exit code, and what it says on both streams", async () => {
        const script = 'echo "$1|$2"; echo gone >&2; exit 7';
        const child = spawnOnLeash("sh", ["-c", script, "sh", "a  b", "$(c)"], { env });
        assert.deepEqual(await ended(child), { code: 7, signal: null, output: "a  b|$(c)\ngone\n" });
    });

    it("is reported as what a signal ended, and reads nothing", async () => {
        assert.equal((await ended(spawnOnLeash("sh", ["-c", "kill -9 $$"], { env }))).signal, "SIGKILL");
        assert.equal((await ended(spawnOnLeash("cat", [], { env }))).code, 0);
    });

    it("says which program there is none of", async () => {
        const { code, output } = await ended(spawnOnLeash("no-such-program", [], { env }));
        assert.equal(code, 127);
        assert.match(output, /no-such-program: not found/);
    });

    it("ends, with all that it started, when who holds it is killed", async () => {
        const { holder, pids } = await held(
            'spawnOnLeash("sh", ["-c", process.env.SCRIPT], { env: process.env })',
            neverEnds,
        );
        holder.kill("SIGKILL");
        await until(() => !pids.some(runs));
    });

    it("outlives who started it without one, which is what it is for", async () => {
        const loose = 'spawn("sh", ["-c", process.env.SCRIPT], { env: process.env, detached: true, stdio: "ignore" })';
        const { holder, pids } = await held(loose, neverEnds);
        const gone = new Promise((resolve) => holder.once("exit", resolve));
        holder.kill("SIGKILL");
        await gone;
        assert.ok(pids.every(runs));
        for (const pid of pids) process.kill(pid, "SIGKILL");
    });

    it("is asked to end as by one Ctrl-C where it has something to finish", async () => {
        const script = `trap 'echo finished >> "$NOTES"; exit' INT; echo "$$" > "$NOTES"; while :; do sleep 0.05; done`;
        const gently = 'spawnOnLeash("sh", ["-c", process.env.SCRIPT], { env: process.env, gently: true })';
        const { holder, pids, said } = await held(gently, script);
        holder.kill("SIGKILL");
        await until(() => !pids.some(runs));
        assert.match(said(), /finished/);
    });
});
