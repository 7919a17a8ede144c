import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
    cpSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    utimesSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { paths } from "../../../tools/paths.mjs";

const ENTRY = "src/entry.ts";
const LONG_AGO = new Date("2026-01-01");
const LATER = new Date("2026-02-01");

/** A repository with nothing but the bundles and two sources, one of which the other imports. */
class Repository {
    readonly root = mkdtempSync(path.join(tmpdir(), "bundles-"));
    readonly cache = path.join(this.root, ".platform", "cache");

    constructor() {
        cpSync(path.join(paths.root, "tools", "bundles"), path.join(this.root, "tools", "bundles"), {
            recursive: true,
        });
        writeFileSync(path.join(this.root, "package.json"), '{"type":"module"}');
        symlinkSync(paths.nodeModules, path.join(this.root, "node_modules"));
        mkdirSync(path.join(this.root, "src"));
        this.write(ENTRY, 'import { word } from "./word.ts";\nexport const said: string = word;\n');
        this.write("src/word.ts", 'export const word = "first";\n');
    }

    /** As if it had been saved some time ago. */
    write(file: string, text: string, when = LONG_AGO): void {
        writeFileSync(path.join(this.root, file), text);
        utimesSync(path.join(this.root, file), when, when);
    }

    /** What a script makes of the bundle, in a process of its own. */
    run(script: string): unknown {
        return JSON.parse(execFileSync(process.execPath, this.args(script), { encoding: "utf8" }));
    }

    fail(script: string): string {
        const { status, stderr } = spawnSync(process.execPath, this.args(script), { encoding: "utf8" });
        assert.notEqual(status, 0);
        return stderr;
    }

    files(end: string): string[] {
        return readdirSync(this.cache).filter((name) => name.startsWith("bundle-") && name.endsWith(end));
    }

    private args(script: string): string[] {
        const load = path.join(this.root, "tools", "bundles", "load.cjs");
        const say = "(value) => process.stdout.write(JSON.stringify(value))";
        return ["--eval", `const { load } = require(${JSON.stringify(load)}); const say = ${say}; ${script}`];
    }
}

describe("a bundle of a source", () => {
    const made: Repository[] = [];
    const repository = () => {
        const one = new Repository();
        made.push(one);
        return one;
    };
    after(() => {
        for (const { root } of made) rmSync(root, { recursive: true, force: true });
    });
    const say = `say(load("${ENTRY}").said)`;

    it("is made at the first start, and read at the next ones", () => {
        const one = repository();
        assert.equal(one.run(say), "first");
        const [bundle] = one.files(".cjs");
        assert.equal(one.run(say), "first");
        assert.deepEqual(one.files(".cjs"), [bundle]);
        assert.equal(one.files(`.v8-${process.version}`).length, 1);
    });

    it("is made again when what it imports has changed, and takes the place of the older one", () => {
        const one = repository();
        one.run(say);
        const [older] = one.files(".cjs");
        one.write("src/word.ts", 'export const word = "other";\n', LATER);
        assert.equal(one.run(say), "other");
        const [newer, ...others] = one.files(".cjs");
        assert.notEqual(newer, older);
        assert.deepEqual(others, []);
    });

    it("is not made again when a source was only touched", () => {
        const one = repository();
        one.run(say);
        const before = readFileSync(path.join(one.cache, one.files(".cjs")[0] ?? ""), "utf8");
        one.write("src/word.ts", 'export const word = "first";\n', new Date());
        assert.equal(one.run(say), "first");
        assert.equal(readFileSync(path.join(one.cache, one.files(".cjs")[0] ?? ""), "utf8"), before);
    });

    it("is made each time where it cannot be kept", () => {
        const one = repository();
        mkdirSync(path.dirname(one.cache), { recursive: true });
        writeFileSync(one.cache, "a file, where the folder would be");
        assert.equal(one.run(say), "first");
        assert.equal(one.run(say), "first");
    });

    it("still knows where its sources are", () => {
        const one = repository();
        one.write("src/word.ts", 'export const word: string = import.meta.dirname + " import.meta.url";\n');
        assert.equal(one.run(say), `${path.join(one.root, "src")} import.meta.url`);
    });

    it("loads what it is to load on demand", () => {
        const one = repository();
        one.write(ENTRY, 'export const said = async () => (await import("./word.ts")).word;\n');
        assert.equal(one.run(`load("${ENTRY}").said().then(say)`), "first");
        assert.equal(one.run(`load("${ENTRY}").said().then(say)`), "first");
    });

    it("that cannot be made tells the file and the line", () => {
        const one = repository();
        one.write("src/word.ts", "export const word = ;\n");
        assert.match(one.fail(say), /src\/entry\.ts cannot be bundled:\nsrc\/word\.ts:1:20: Unexpected ";"/);
    });

    it("of a copy that is gone is removed from a cache that both have shared", () => {
        const [one, copy] = [repository(), repository()];
        one.run(say);
        rmSync(copy.cache, { recursive: true, force: true });
        mkdirSync(path.dirname(copy.cache), { recursive: true });
        symlinkSync(one.cache, copy.cache);
        copy.run(say);
        assert.equal(one.files(".cjs").length, 2);
        rmSync(copy.root, { recursive: true });
        one.write("src/word.ts", 'export const word = "other";\n', LATER);
        assert.equal(one.run(say), "other");
        assert.equal(one.files(".cjs").length, 1);
        assert.equal(one.files(".json").length, 1);
    });

    it("tells which line of a source it runs, beside the SDK", () => {
        const one = repository();
        one.write(ENTRY, 'import { word } from "./word.ts";\n\n\nexport const said = () => new Error(word).stack;\n');
        const script = `
            const { sourceOf } = require(${JSON.stringify(path.join(one.root, "tools/bundles/lines.cjs"))});
            const frame = load("${ENTRY}", { besideSdk: true }).said().split("\\n")[1];
            const [, file, line] = /\\((.*):(\\d+):\\d+\\)/.exec(frame);
            say(sourceOf(file, Number(line)));`;
        assert.deepEqual(one.run(script), { file: path.join(one.root, ENTRY), line: 4 });
    });
});
