import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { bundle } from "../../../infra/compute/bundle.ts";

describe("the notes about bundles", () => {
    let folder: string;
    let entry: string;
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "bundle-notes-"));
        entry = join(folder, "handler.ts");
        await write("one");
    });
    afterEach(() => rm(folder, { recursive: true }));

    /** A source as it was saved an hour ago. */
    async function write(text: string): Promise<void> {
        await writeFile(entry, `export const handler = () => "${text}";`);
        const anHourAgo = Date.now() / 1000 - 3600;
        await utimes(entry, anHourAgo, anHourAgo);
    }

    const bundled = () => bundle("test", { entry, folder });
    const zipTime = async () => (await stat((await bundled()).path)).mtimeMs;

    it("save bundling an unchanged function again", async () => {
        const first = await bundled();
        const { mtimeMs } = await stat(first.path);
        assert.deepEqual(await bundled(), first);
        assert.equal(await zipTime(), mtimeMs);
    });

    it("do not hide a change, even to a text of the same length and age", async () => {
        const one = await bundled();
        await write("two");
        const two = await bundled();
        assert.notEqual(basename(two.path), basename(one.path));
        assert.equal((await bundled()).path, two.path);
    });

    it("do not hide a change that was saved while the function was being bundled", async () => {
        await writeFile(entry, 'export const handler = () => "just saved";');
        const inAWhile = Date.now() / 1000 + 60;
        await utimes(entry, inAWhile, inAWhile);
        await bundled();
        await assert.rejects(readFile(join(folder, "test.json")), { code: "ENOENT" });
    });

    it("do not hide a damaged or missing zip", async () => {
        const { path } = await bundled();
        const whole = await readFile(path);
        await writeFile(path, "half a z");
        assert.deepEqual(await readFile((await bundled()).path), whole);
        await rm(path);
        assert.deepEqual(await readFile((await bundled()).path), whole);
    });

    it("do no harm when they are damaged themselves", async () => {
        const first = await bundled();
        for (const text of ["", "{}", '{"sources":["gone.ts"]}', "null"]) {
            await writeFile(join(folder, "test.json"), text);
            assert.deepEqual(await bundled(), first, text);
        }
    });
});
