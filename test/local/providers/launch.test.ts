import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";

const ALLOWED = { COMPLIANCE_STAND_IN: "1", PULUMI_BACKEND_URL: "file:///nowhere" };

async function ended(child: ChildProcess): Promise<{ code: number | null; error: string }> {
    let error = "";
    child.stderr?.on("data", (data) => {
        error += data;
    });
    const [code] = await once(child, "close");
    return { code, error };
}

describe("the executables of the stand-ins", () => {
    const started: ChildProcess[] = [];
    afterEach(() => {
        for (const child of started.splice(0)) child.kill("SIGKILL");
    });

    function start(plugin: string, environment: Record<string, string>): ChildProcess {
        const { PATH = "" } = process.env;
        const child = spawn(join(paths.plugins, plugin), ["127.0.0.1:1"], {
            cwd: tmpdir(),
            env: { PATH, ...environment },
        });
        started.push(child);
        return child;
    }

    for (const provider of ["aws", "awsx", "azure-native", "azuread"]) {
        const plugin = `pulumi-resource-${provider}`;
        it(`${plugin} says its port, from any folder, and listens on loopback there`, async () => {
            const child = start(plugin, ALLOWED);
            const [data] = await once(child.stdout ?? child, "data");
            assert.match(String(data), /^\d+\n$/);
            const socket = connect(Number(String(data)), "127.0.0.1");
            await once(socket, "connect");
            socket.destroy();
        });

        it(`${plugin} ends with a message near a real cloud, and never says a port`, async () => {
            const child = start(plugin, { ...ALLOWED, PULUMI_BACKEND_URL: "s3://states" });
            let said = "";
            child.stdout?.on("data", (data) => {
                said += data;
            });
            const { code, error } = await ended(child);
            assert.deepEqual({ code, said }, { code: 1, said: "" });
            assert.match(error, new RegExp(`^${plugin}: this is the local cloud's stand-in.*the backend is s3`));
        });
    }

    it("ends when the engine that started it was killed", async () => {
        const script = `
            const plugin = require("node:child_process").spawn(process.argv[1], { stdio: ["ignore", "pipe", "ignore"] });
            plugin.stdout.once("data", () => process.stdout.write(String(plugin.pid)));
            setInterval(() => {}, 1000);`;
        const { PATH = "" } = process.env;
        const plugin = join(paths.plugins, "pulumi-resource-aws");
        const engine = spawn(process.execPath, ["-e", script, plugin], { env: { PATH, ...ALLOWED } });
        const [pid] = await once(engine.stdout, "data");
        engine.kill("SIGKILL");
        await once(engine, "close");
        await gone(Number(String(pid)));
    });
});

async function gone(pid: number): Promise<void> {
    for (;;) {
        try {
            process.kill(pid, 0);
        } catch {
            return;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
