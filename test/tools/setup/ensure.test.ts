import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { paths } from "../../../tools/paths.mjs";
import { ensureSetUp, everything } from "../../../tools/setup/ensure.mjs";
import { createProgress } from "../../../tools/setup/progress.mjs";
import { createRepository, type Repository } from "../support/repository.ts";
import { removeTemporaryFolders } from "../support/temporary.ts";
import { until } from "../support/until.ts";

const npmCi = `echo npm >> "$CALLS"; /bin/mkdir -p node_modules/yaml
echo '{"packages":{"node_modules/yaml":{"version":"2.9.1"}}}' > node_modules/.package-lock.json`;
// Starts a program of its own, as npm and go do, and writes down the process ids of both.
const neverEnds = '/bin/sleep 60 & echo "$$ $!" >> "$CALLS"; wait';

function setUp({ at, env }: Repository, needs: typeof everything, signal = new AbortController().signal) {
    const written: string[] = [];
    const progress = createProgress({ write: (text: string) => written.push(text) }, false);
    const checkInstaller = async () => "no network in this test";
    return { written, result: ensureSetUp(needs, { at, env, signal, progress, checkInstaller }) };
}

function isRunning(pid: number): boolean {
    try {
        return process.kill(pid, 0) && !/\) [ZX] /.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
    } catch {
        return false;
    }
}

describe("the set-up", () => {
    afterEach(removeTemporaryFolders);

    it("makes what is missing, and finds it ready the next time without starting a program", async () => {
        const repository = createRepository();
        repository.fake("npm", npmCi);
        repository.fake("pulumi", 'echo pulumi >> "$CALLS"; echo v3.228.0');
        const needs = ["libraries", "engine"] as const;
        assert.deepEqual(await setUp(repository, needs).result, ["1 packages", "Pulumi 3.228.0 from PATH"]);
        const again = setUp(repository, needs);
        assert.deepEqual(await again.result, ["1 packages", "Pulumi 3.228.0 from PATH"]);
        assert.deepEqual(repository.calls().sort(), ["npm", "pulumi"]);
        assert.deepEqual(again.written, []);
    });

    it("makes only what the command needs", async () => {
        const repository = createRepository();
        repository.fake("npm", npmCi);
        await setUp(repository, ["libraries"]).result;
        assert.deepEqual(repository.calls(), ["npm"]);
    });

    it("works once for two commands that need it at the same time", async () => {
        const repository = createRepository();
        repository.fake("npm", `${npmCi}; /bin/sleep 0.3`);
        const [first, second] = [setUp(repository, ["libraries"]), setUp(repository, ["libraries"])];
        await Promise.all([first.result, second.result]);
        assert.deepEqual(repository.calls(), ["npm"]);
        assert.ok([...first.written, ...second.written].some((line) => /Another set-up \(process \d+\)/.test(line)));
    });

    it("ends everything it started, and all they started, when it is interrupted", async () => {
        const repository = createRepository();
        repository.fake("npm", neverEnds);
        repository.fake("go", neverEnds);
        const stop = new AbortController();
        const { result } = setUp(repository, ["libraries", "engine"], stop.signal);
        await until(() => repository.calls().length === 2);
        const pids = repository.calls().flatMap((line) => line.split(" ").map(Number));
        assert.ok(pids.length === 4 && pids.every(isRunning));
        stop.abort("SIGINT");
        await assert.rejects(result, { name: "Interrupted", reason: "SIGINT" });
        await until(() => !pids.some(isRunning));
        const left = fs.readdirSync(repository.at.platform, { recursive: true });
        assert.deepEqual(left, ["setup"]);
    });

    it("goes on after an interruption as if nothing had happened", async () => {
        const repository = createRepository();
        repository.fake("npm", neverEnds);
        const stop = new AbortController();
        const { result } = setUp(repository, ["libraries"], stop.signal);
        await until(() => repository.calls().length === 1);
        stop.abort("SIGTERM");
        await assert.rejects(result);
        repository.fake("npm", npmCi);
        assert.deepEqual(await setUp(repository, ["libraries"]).result, ["1 packages"]);
    });

    it("ends all that it started when it is killed itself, and is done by the next one", async () => {
        const repository = createRepository();
        repository.fake("npm", neverEnds);
        const ensure = pathToFileURL(path.join(paths.root, "tools", "setup", "ensure.mjs")).href;
        const script = `import { ensureSetUp } from ${JSON.stringify(ensure)};
            const progress = { say() {}, start: () => ({ detail() {}, done() {}, failed() {}, stopped() {} }) };
            const { signal } = new AbortController();
            await ensureSetUp(["libraries"], { ...JSON.parse(process.env.GIVEN), signal, progress });`;
        const { at, env } = repository;
        const killed = spawn(process.execPath, ["--input-type=module", "-e", script], {
            env: { ...process.env, GIVEN: JSON.stringify({ at, env }) },
            stdio: ["ignore", "ignore", "inherit"],
        });
        await until(() => repository.calls().length === 1);
        const pids = repository.calls().flatMap((line) => line.split(" ").map(Number));
        assert.ok(pids.length === 2 && pids.every(isRunning));
        killed.kill("SIGKILL");
        await until(() => !pids.some(isRunning));
        repository.fake("npm", npmCi);
        assert.deepEqual(await setUp(repository, ["libraries"]).result, ["1 packages"]);
        assert.deepEqual(fs.readdirSync(at.setup), []);
    });

    it("stops the other steps when one fails, and reports that one alone", async () => {
        const repository = createRepository();
        repository.fake("npm", neverEnds);
        const { result, written } = setUp(repository, ["libraries", "python"]);
        await assert.rejects(result, { name: "SetUpFailure", message: /There is no Python on PATH/ });
        assert.deepEqual(written.slice(2), ["✗ Python (0 s)\n", "- Libraries: stopped (0 s)\n"]);
    });

    it("names a folder that cannot be written to", async () => {
        const repository = createRepository();
        fs.writeFileSync(repository.at.platform, "a file where the folder should be");
        await assert.rejects(setUp(repository, ["libraries"]).result, (error: Error) => {
            assert.equal(error.name, "SetUpFailure");
            assert.ok(error.message.startsWith(`Cannot write to ${path.join(repository.at.platform)}`));
            return true;
        });
    });

    it("asks for everything by default", () => assert.deepEqual(everything, ["libraries", "engine", "python"]));
});
