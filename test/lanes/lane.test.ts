import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Lane } from "./lane.ts";

const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

describe("a lane", () => {
    let root = "";
    let lane: Lane;

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "lane-"));
        const { NODE_V8_COVERAGE, ...env } = process.env;
        lane = new Lane({ root, node: ["--import", TSX], env, timeout: 600_000 });
    });
    afterEach(async () => {
        await lane.end();
        rmSync(root, { recursive: true, force: true });
    });

    function write(file: string, ...lines: string[]): string {
        writeFileSync(join(root, file), ['import assert from "node:assert/strict";', ...lines].join("\n"));
        return file;
    }

    it("counts what passes and what is pending, and shows what fails as mocha does", async () => {
        const file = write(
            "some.test.mjs",
            'describe("a cat", () => {',
            '    it("purrs", () => {});',
            '    it("barks");',
            '    it("flies", () => { console.log("it jumped"); assert.deepEqual({ height: 1 }, { height: 2 }); });',
            "});",
        );
        const { failures, seconds, printed, ...counts } = await lane.run(file);
        assert.deepEqual(counts, { file, passed: 1, pending: 1 });
        assert.ok(seconds > 0);
        assert.match(printed, /it jumped/);
        const [{ title, text, isTest } = assert.fail("nothing failed"), ...more] = failures;
        assert.deepEqual({ title, isTest, more }, { title: "a cat flies", isTest: true, more: [] });
        assert.match(text, /^a cat\n +flies:\n[\s\S]*\+ +"?height"?: 2[\s\S]*some\.test\.mjs:5/);
    });

    it("names the hook that failed, which no title runs again", async () => {
        const file = write("hook.test.mjs", 'before(() => assert.fail("no food")); it("eats", () => {});');
        const { passed, failures } = await lane.run(file);
        const [{ title = "", isTest = true } = {}] = failures;
        assert.deepEqual({ passed, isTest, count: failures.length }, { passed: 0, isTest: false, count: 1 });
        assert.match(title, /"before all" hook/);
    });

    it("keeps a process for the next file, with the modules that both import", async () => {
        write("shared.mjs", "export const seen = [];");
        for (const name of ["one", "two"]) {
            write(
                `${name}.test.mjs`,
                'import { writeFileSync } from "node:fs";',
                'import { seen } from "./shared.mjs";',
                `it("looks", () => { seen.push("${name}"); writeFileSync("seen", seen.join()); });`,
            );
            await lane.run(`${name}.test.mjs`);
        }
        assert.equal(readFileSync(join(root, "seen"), "utf8"), "one,two");
    });

    it("says which file cannot be loaded, and goes on with the next", async () => {
        const { failures } = await lane.run(write("broken.test.mjs", 'import "./nowhere.mjs";'));
        assert.equal(failures.length, 1);
        assert.match(failures[0]?.text ?? "", /^the file cannot be loaded:[\s\S]*nowhere\.mjs/);
        assert.equal((await lane.run(write("whole.test.mjs", 'it("is", () => {});'))).passed, 1);
    });

    it("says in which file its process died, and runs the next in another", async () => {
        const deadly = write("deadly.test.mjs", 'it("lives", () => {}); it("kills", () => process.exit(3));');
        const { passed, failures } = await lane.run(deadly);
        assert.deepEqual({ passed, count: failures.length }, { passed: 1, count: 1 });
        assert.match(failures[0]?.text ?? "", /ended by exit code 3, after 1 tests that passed/);
        assert.equal((await lane.run(write("whole.test.mjs", 'it("is", () => {});'))).passed, 1);
    });

    it("lets what runs take down what it has put up when it is ended", async () => {
        const file = write(
            "long.test.mjs",
            'import { writeFileSync } from "node:fs";',
            'before(() => writeFileSync("up", ""));',
            'after(() => writeFileSync("down", ""));',
            'it("waits for the end", (done) => { process.once("SIGTERM", () => done()); writeFileSync("waiting", ""); });',
            'it("never begins", () => writeFileSync("begun", ""));',
        );
        const running = lane.run(file);
        while (!exists("waiting")) await pause(10);
        await lane.end();
        assert.deepEqual(["up", "down", "begun"].map(exists), [true, true, false]);
        assert.equal((await running).passed, 1);
    });

    it("takes down at its end what several files share", async () => {
        const atEnd = JSON.stringify(new URL("../support/at-end.ts", import.meta.url).href);
        const file = write(
            "sharing.test.mjs",
            'import { writeFileSync } from "node:fs";',
            `import { atEnd } from ${atEnd};`,
            'it("shares", () => atEnd(async () => writeFileSync("ended", "")));',
        );
        await lane.run(file);
        assert.equal(exists("ended"), false);
        await lane.end();
        assert.equal(exists("ended"), true);
    });

    function exists(file: string): boolean {
        return existsSync(join(root, file));
    }
});
