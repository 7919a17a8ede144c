import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { until } from "../../tools/support/until.ts";
import { Project } from "./support/project.ts";

const program = `
import * as pulumi from "@pulumi/pulumi";
class Part extends pulumi.ComponentResource {
    constructor(name: string) { super("tiny:index:Part", name); this.registerOutputs({}); }
}
const config = new pulumi.Config();
export const parts = new Part("part").urn.apply((urn: string) => urn.split("::").at(-1));
export const plain = config.require("plain");
export const hidden = config.requireSecret("hidden");
export const knownSecret = pulumi.runtime.isConfigSecret("tiny:hidden");
export const where = pulumi.getStack() + " of " + pulumi.getProject();
export const dry = pulumi.runtime.isDryRun();
`;

const failing = `
import * as pulumi from "@pulumi/pulumi";
throw new pulumi.RunError("the landing bucket has no key");
`;

// Says who it is, then never ends.
const endless = `
import fs from "node:fs";
fs.writeFileSync(process.env.PIDS!, process.pid + " " + process.ppid);
await new Promise(() => setInterval(() => {}, 1000));
`;

describe("a program under the real engine with our language host", () => {
    let project: Project;

    async function prepare(text: string): Promise<void> {
        project = new Project(text);
        const { code, output } = await project.run(["stack", "init", "local"]);
        assert.equal(code, 0, output);
    }

    afterEach(async () => await project.remove());

    it("runs from TypeScript, with its configuration, and keeps what is secret", async () => {
        await prepare(program);
        await project.run(["config", "set", "plain", "seen"]);
        await project.run(["config", "set", "--secret", "hidden", "unseen"]);
        const { code, output } = await project.run(["up", "--yes", "--skip-preview", "--stack", "local"]);
        assert.equal(code, 0, output);
        const outputs = await project.run(["stack", "output", "--json"]);
        assert.deepEqual(JSON.parse(outputs.output), {
            parts: "part",
            plain: "seen",
            hidden: "[secret]",
            knownSecret: true,
            where: "local of tiny",
            dry: false,
        });
    });

    it("reports its error once, without a word about exit codes, and fails the preview", async () => {
        await prepare(failing);
        const { code, output } = await project.run(["preview"]);
        assert.notEqual(code, 0);
        assert.match(output, /error: the landing bucket has no key/);
        assert.doesNotMatch(output, /exit code|UNIMPLEMENTED|at .*index\.ts/);
    });

    it("shows where an unexpected error came from, and does not hang on its stack", async () => {
        await prepare('export const early = 1;\nthrow new TypeError("no such bucket");');
        const { code, output } = await project.run(["preview"]);
        assert.notEqual(code, 0);
        assert.match(output, /unhandled exception:\s+TypeError: no such bucket\s+at file:.*index\.ts/);
    });

    it("reports a program that ends by itself with its exit code", async () => {
        await prepare("process.exit(3);");
        const { code, output } = await project.run(["preview"]);
        assert.notEqual(code, 0);
        assert.match(output, /The program ended with exit code 3/);
    });

    for (const { title, signal } of [
        { title: "leaves no process behind when the engine is interrupted", signal: "SIGINT" },
        { title: "leaves no process behind when the engine is killed", signal: "SIGKILL" },
    ] as const) {
        it(title, async () => {
            await prepare(endless);
            const pidsFile = path.join(project.folder, "pids");
            const { engine, end } = project.start(["preview"], { PIDS: pidsFile });
            await until(() => fs.existsSync(pidsFile) && fs.readFileSync(pidsFile, "utf8").includes(" "));
            const pids = fs.readFileSync(pidsFile, "utf8").split(" ").map(Number);
            assert.ok(pids.length === 2 && pids.every(isRunning));
            engine.kill(signal);
            await until(() => !pids.some(isRunning));
            await end;
        });
    }
});

function isRunning(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}
