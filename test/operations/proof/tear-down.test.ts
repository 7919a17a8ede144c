import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesLeft, openPorts, outlived } from "../../../operations/proof/tear-down/leftovers.ts";
import { nameOfPoint, PHASES, ROUNDS } from "../../../operations/proof/tear-down/points.ts";
import { KINDS, processesOf } from "../../../operations/proof/tear-down/processes.ts";
import { tearDownReport } from "../../../operations/proof/tear-down/report.ts";
import { chosen } from "../../../operations/proof/tear-down/tear-down.ts";

describe("the proof of the tear-down", () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "tear-down-test-"));
    });

    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("kills every kind of process, and the whole tree, and something in each phase", () => {
        const points = ROUNDS.flat();
        assert.deepEqual(new Set(points.map(({ victim }) => victim)), new Set([...Object.keys(KINDS), "tree"]));
        assert.deepEqual(new Set(points.map(({ phase }) => phase)), new Set(Object.keys(PHASES)));
    });

    it("takes some of its points, and names all to whoever asks for another", () => {
        assert.deepEqual(chosen([]), ROUNDS);
        assert.deepEqual(chosen(["taking-down/start", "creating/engine"]).flat().map(nameOfPoint), [
            "creating/engine",
            "taking-down/start",
        ]);
        assert.throws(() => chosen(["creating/moon"]), /--point takes setting-up\/starter, .*; got "creating\/moon"/);
    });

    it("finds an orphan, names it and ends it", async () => {
        const script = "setInterval(() => undefined, 1000)";
        const orphan = spawn(process.execPath, ["-e", script], {
            env: { MARK: folder },
            stdio: "ignore",
            detached: true,
        });
        const ended = new Promise((resolve) => orphan.once("exit", resolve));
        while (processesOf(folder).length === 0);
        const [named = ""] = await outlived(folder, 0);
        assert.ok(named.includes(script), named);
        await ended;
        assert.deepEqual(await outlived(folder), []);
    });

    it("finds a port at which somebody still answers", async () => {
        const server = createServer();
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const { port } = server.address() as AddressInfo;
        const said = `✓ Local AWS services  http://127.0.0.1:${port}\n`;
        assert.deepEqual(await openPorts(said, 0), [`port ${port}`]);
        await new Promise((resolve) => server.close(resolve));
        assert.deepEqual(await openPorts(said), []);
    });

    it("finds state, locks, temporary files and what is half-written, and takes no cache or log for one", () => {
        const gone = spawnSync(process.execPath, ["--version"]).pid;
        const put = (...parts: string[]) => {
            mkdirSync(join(folder, ...parts.slice(0, -1)), { recursive: true });
            writeFileSync(join(folder, ...parts), "");
        };
        put("run", "services.log");
        put("tmp", "tsx-0", "code");
        assert.deepEqual(filesLeft(folder, folder), []);
        for (const place of ["state", "store"]) put(place, "x");
        for (const name of ["services.json", "lock", "tmp"]) put("run", name);
        put("tmp", "engine-events-1", "events.json");
        put(".platform", "setup", `python.json.${gone}.draft`);
        put(".platform", "setup", `engine.json.${process.pid}.draft`);
        put(".platform", "python.partial");
        assert.deepEqual(filesLeft(folder, folder).sort(), [
            ".platform/python.partial",
            `.platform/setup/python.json.${gone}.draft`,
            "run/lock",
            "run/services.json",
            "run/tmp",
            "state",
            "store",
            "tmp/engine-events-1",
        ]);
    });

    it("writes what became of each, and what was not as it must be", () => {
        const [engine] = chosen(["creating/engine"]).flat();
        const [leash] = chosen(["creating/leash"]).flat();
        assert.ok(engine && leash);
        const page = tearDownReport([
            { point: engine, faults: [], said: "begin again: npm start" },
            { point: leash, faults: [], wentOn: true },
            { point: engine, faults: ["program outlives it"] },
            { faults: [] },
        ]);
        assert.match(page, /3 of 4 as they must be; only 2 of \d\d points were tried\./);
        assert.match(page, /\| creating, engine \| says what to do, and takes everything down \|/);
        assert.match(page, /\| creating, leash \| goes on, balanced, and nothing is left \|/);
        assert.match(page, /\| creating, engine \| \*\*not proved\*\*: program outlives it \|/);
        assert.match(page, /\| nothing: to the end \| balanced, and nothing is left \|/);
    });
});
