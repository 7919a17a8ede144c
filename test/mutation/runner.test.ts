import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { DryRunOptions, MutantRunOptions, TestRunner } from "@stryker-mutator/api/test-runner";
import Mocha from "mocha";
import { paths } from "../../tools/paths.mjs";
import { strykerPlugins } from "./mocha-plugin.mjs";
import { oneScript } from "./one-script.mjs";
import { leave, quickestFirst } from "./suites.mjs";

describe("the tests and sources as one script", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "script-"));
    const seen: unknown[] = [];
    const world = globalThis as { seenByScript?: unknown[] };

    before(() => {
        mkdirSync(path.join(folder, "inner"));
        symlinkSync(path.join(paths.root, "node_modules"), path.join(folder, "node_modules"));
        const files = {
            "inner/counter.ts":
                "let count: number = 0; export const next = () => ++count; export const here = import.meta.dirname;",
            "a.test.ts": `import { parse } from "yaml"; import { here, next } from "./inner/counter.ts";
                globalThis.seenByScript.push(next(), next(), here, import.meta.url, parse("a: 1"));`,
        };
        for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
        world.seenByScript = seen;
    });
    after(() => {
        rmSync(folder, { recursive: true });
        delete world.seenByScript;
    });

    it("are made anew each time it runs, and know where they lie", async () => {
        const run = await oneScript(["a.test.ts"], folder);
        const url = pathToFileURL(path.join(folder, "a.test.ts")).href;
        const once = [1, 2, path.join(folder, "inner"), url, { a: 1 }];
        run();
        assert.deepEqual(seen.splice(0), once);
        run();
        assert.deepEqual(seen, once);
    });

    it("are refused where one cannot be read", async () => {
        await assert.rejects(oneScript(["b.test.ts"], folder), /b\.test\.ts/);
    });
});

describe("the runner of mutants", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "mutants-"));
    /** What Stryker makes of `while (more) more = false;` with a mutant that leaves the loop without an end. */
    const mutated = `
        const world = globalThis.__stryker__;
        function isActive(id) {
            if (world.activeMutant !== id) return false;
            if (world.hitCount !== undefined && ++world.hitCount > world.hitLimit) throw new Error("limit reached");
            return true;
        }
        export function loop() { for (let more = true; more; ) more = isActive("endless") ? true : false; }`;
    const tests = `
        import assert from "node:assert/strict";
        import { loop } from "./loop.ts";
        it("ends", () => loop());
        it("is right", () => assert.notEqual(globalThis.__stryker__.activeMutant, "wrong"));`;

    before(() => {
        symlinkSync(path.join(paths.root, "node_modules"), path.join(folder, "node_modules"));
        for (const [name, text] of Object.entries({ "loop.ts": mutated, "loop.test.ts": tests }))
            writeFileSync(path.join(folder, name), text);
    });
    after(() => rmSync(folder, { recursive: true }));

    async function runnerOf(name: string) {
        const spec = [path.relative(process.cwd(), path.join(folder, name))];
        const [plugin] = strykerPlugins;
        assert.ok(plugin !== undefined);
        const runner = new plugin.injectableClass({ mocha: { spec } } as never) as TestRunner;
        await runner.init?.();
        return runner;
    }
    const run = async (runner: TestRunner, id: string) =>
        (await runner.mutantRun({ activeMutant: { id }, hitLimit: 1000 } as MutantRunOptions)).status;

    it("ends one that runs without end by how often it runs, whatever time that takes, and counts it", async () => {
        const runner = await runnerOf("loop.test.ts");
        const { status } = await runner.dryRun({} as DryRunOptions);
        assert.equal(status, "complete");
        assert.equal(await run(runner, "endless"), "timeout");
        assert.equal(await run(runner, "wrong"), "killed");
        assert.equal(await run(runner, "none"), "survived");
    });

    it("fails before its first run where the tests cannot be read", async () => {
        await assert.rejects(runnerOf("none.test.ts"), /none\.test\.ts/);
    });
});

describe("the suites of a run", () => {
    function suite(): Mocha.Suite {
        const root = new Mocha().suite;
        for (const name of ["slow", "quick"]) {
            const inner = Mocha.Suite.create(root, name);
            for (const title of ["one", "two"]) inner.addTest(new Mocha.Test(title, () => undefined));
        }
        return root;
    }
    const titles = (root: Mocha.Suite): string[] =>
        root.suites.flatMap((inner) => inner.tests.map((test) => test.fullTitle()));

    it("are left with the tests that reach the mutant", () => {
        const root = suite();
        leave(root, new Set(["slow two", "quick one"]));
        assert.deepEqual(titles(root), ["slow two", "quick one"]);
    });

    it("begin with those that took the least time, without a test in another order", () => {
        const root = suite();
        const times = { "slow one": 1, "slow two": 30, "quick one": 20, "quick two": 2 };
        quickestFirst(root, new Map(Object.entries(times)));
        assert.deepEqual(titles(root), ["quick one", "quick two", "slow one", "slow two"]);
    });
});
