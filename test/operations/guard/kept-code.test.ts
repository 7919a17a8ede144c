import assert from "node:assert/strict";
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
import { dirname, join } from "node:path";
import { type Judging, upToDate } from "../../../operations/guard/bundles/kept-code.ts";
import { WAYS_OF_BUNDLING } from "../../../operations/guard/bundles/ways.ts";
import { placesIn } from "../../../operations/guard/places.ts";
import { paths } from "../../../tools/paths.mjs";

const JUDGE = "operations/guard/judge/judge.ts";
const PROGRAMS = "operations/guard/judge/programs.ts";
const WORD = "operations/guard/judge/word.ts";
const LONG_AGO = new Date("2026-01-01");
const LATER = new Date("2026-02-01");

describe("the code that judges", () => {
    const made: string[] = [];
    const folder = (): string => {
        const one = mkdtempSync(join(tmpdir(), "kept-code-"));
        made.push(one);
        return one;
    };
    after(() => {
        for (const one of made) rmSync(one, { recursive: true, force: true });
    });
    const save = (root: string, file: string, text: string, when = LONG_AGO) => {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), text);
        utimesSync(join(root, file), when, when);
    };
    /** A repository with nothing but the way of bundling and three sources. */
    const repository = (): string => {
        const root = folder();
        symlinkSync(paths.nodeModules, join(root, "node_modules"));
        for (const file of WAYS_OF_BUNDLING) {
            cpSync(join(paths.root, file), join(root, file));
            utimesSync(join(root, file), LONG_AGO, LONG_AGO);
        }
        save(
            root,
            PROGRAMS,
            'import { parse } from "yaml";\nimport { word } from "./word.ts";\nexport const said = [parse, word];\n',
        );
        save(root, JUDGE, 'import { fc } from "fast-check";\nexport const judge = fc;\n');
        save(root, WORD, 'export const word: string = "first";\n');
        return root;
    };
    const textOf = ({ programs }: Judging) => programs.source ?? readFileSync(programs.file, "utf8");

    it("is kept, with the libraries beside it, and made again when a source has changed", async () => {
        const [root, cache] = [repository(), folder()];
        const first = await upToDate(root, cache);
        assert.match(textOf(first), /"first"/);
        assert.doesNotMatch(textOf(first), /Alias/);
        assert.match(readFileSync(first.libraries.file, "utf8"), /Alias/);
        const contents = () => readdirSync(cache).map((name) => readFileSync(join(cache, name), "utf8"));
        const before = contents();
        assert.equal((await upToDate(root, cache)).programs.file, first.programs.file);
        save(root, WORD, 'export const word: string = "first";\n', LATER);
        assert.equal((await upToDate(root, cache)).programs.file, first.programs.file);
        assert.deepEqual(contents(), before);
        save(root, WORD, 'export const word: string = "other";\n', LATER);
        const second = await upToDate(root, cache);
        assert.match(textOf(second), /"other"/);
        assert.equal(second.libraries.file, first.libraries.file);
    });

    it("is made again when it was saved while it was made", async () => {
        const [root, cache] = [repository(), folder()];
        save(root, WORD, 'export const word: string = "first";\n', new Date(Date.now() + 60_000));
        await upToDate(root, cache);
        const [recipe = ""] = readdirSync(cache).filter((name) => name.endsWith(".json"));
        const { sources } = JSON.parse(readFileSync(join(cache, recipe), "utf8"));
        const found = (sources as { path: string; hash: string }[]).filter(({ hash }) => hash === "");
        assert.deepEqual(
            found.map(({ path }) => path),
            [WORD],
        );
    });

    it("is made each time where it cannot be kept", async () => {
        const root = repository();
        const cache = join(folder(), "cache");
        writeFileSync(cache, "a file, where the folder would be");
        for (const _ of [1, 2]) {
            const { judge, programs, libraries } = await upToDate(root, cache);
            assert.match(programs.source ?? "", /"first"/);
            assert.match(judge.source ?? "", /fast-check/);
            assert.match(libraries.source ?? "", /Alias/);
        }
    });

    it("of a copy that is gone is removed from a folder that both have shared; the libraries serve both", async () => {
        const [root, copy, cache] = [repository(), repository(), folder()];
        const [one, other] = [await upToDate(root, cache), await upToDate(copy, cache)];
        assert.notEqual(one.judge.file, other.judge.file);
        assert.equal(one.libraries.file, other.libraries.file);
        rmSync(copy, { recursive: true });
        save(root, WORD, 'export const word: string = "other";\n', LATER);
        const last = await upToDate(root, cache);
        const left = readdirSync(cache).filter((name) => /^bundle-guard-code-.*\.(cjs|json)$/.test(name));
        const recipe = last.judge.file.replace(/-[0-9a-f]{16}\.cjs$/, ".json");
        // The one of before stays for a day, since another process may be reading it.
        const files = [one, last]
            .flatMap(({ judge, programs }) => [judge.file, programs.file])
            .concat(recipe)
            .map((file) => file.slice(cache.length + 1));
        assert.deepEqual(left.sort(), files.sort());
    });

    it("still knows where its sources are, and each line of one that looks for others beside it", async () => {
        const [root, cache] = [repository(), folder()];
        save(root, WORD, 'const here: string = import.meta.dirname;\n\nexport const word = here + "first";\n');
        const judging = await upToDate(root, cache);
        const text = textOf(judging);
        assert.ok(text.includes(JSON.stringify(join(root, dirname(WORD)))), text);
        const lines = text.split("\n");
        const line = lines.findIndex((one) => one.includes('"first"'));
        const site = {
            file: judging.programs.file,
            line: line + 1,
            column: (lines[line]?.indexOf('"first"') ?? 0) + 1,
        };
        const place = placesIn(root, dirname(judging.programs.file), judging.map)(site);
        assert.deepEqual([place?.file, place?.line], [WORD, 3]);
    });
});
