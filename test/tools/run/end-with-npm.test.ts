import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { paths } from "../../../tools/paths.mjs";
import { runs } from "../../local/services/support/processes.ts";
import { removeTemporaryFolders, temporaryFolder } from "../support/temporary.ts";
import { until } from "../support/until.ts";

const module = pathToFileURL(path.join(paths.root, "tools", "run", "end-with-npm.mjs")).href;
const command = `import { endWithNpm } from ${JSON.stringify(module)}; import fs from "node:fs";
    endWithNpm(process.env); setInterval(() => undefined, 1000);
    process.on("SIGTERM", () => { fs.appendFileSync(process.env.NOTES, "asked to end\\n"); process.exit(); });
    fs.writeFileSync(process.env.NOTES, process.pid + "\\n");`;

describe("a command that npm runs", () => {
    const started: ChildProcess[] = [];

    afterEach(() => {
        for (const one of started.splice(0)) one.kill("SIGKILL");
        removeTemporaryFolders();
    });

    /** Stands for npm: runs the command in a shell, which stays between the two, or as on macOS becomes the command. */
    async function underNpm(more: NodeJS.ProcessEnv) {
        const [notes, file] = [path.join(temporaryFolder(), "notes"), path.join(temporaryFolder(), "command.mjs")];
        fs.writeFileSync(file, command);
        const script = `import { spawn } from "node:child_process"; setInterval(() => undefined, 1000);
            const shell = process.platform === "linux" ? '"$NODE" "$FILE"; exit $?' : 'exec "$NODE" "$FILE"';
            spawn("sh", ["-c", shell], { stdio: "ignore", detached: true });`;
        const { npm_lifecycle_event: _, ...clean } = process.env;
        const npm = spawn(process.execPath, ["--input-type=module", "-e", script], {
            env: { ...clean, ...more, NODE: process.execPath, FILE: file, NOTES: notes },
            stdio: "ignore",
        });
        started.push(npm);
        const said = () => (fs.existsSync(notes) ? fs.readFileSync(notes, "utf8") : "");
        await until(() => said().endsWith("\n"));
        const kill = async () => {
            const ended = new Promise((resolve) => npm.once("exit", resolve));
            npm.kill("SIGKILL");
            await ended;
        };
        return { kill, pid: Number(said()), said };
    }

    it("is asked to end when npm is killed, although a shell stands between them", async () => {
        const { kill, pid, said } = await underNpm({ npm_lifecycle_event: "start" });
        await kill();
        await until(() => !runs(pid));
        assert.match(said(), /asked to end/);
    });

    it("goes on without who started it where that was not npm", async () => {
        const { kill, pid, said } = await underNpm({});
        await kill();
        assert.ok(runs(pid));
        assert.doesNotMatch(said(), /asked to end/);
        process.kill(pid, "SIGKILL");
    });
});
