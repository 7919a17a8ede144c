import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { RunError } from "@pulumi/pulumi";
import { unzipSync } from "fflate";
import { bundle } from "../../../infra/compute/bundle.ts";

const HANDLER = `
    import { createHash } from "node:crypto";
    /*! a licence */
    const longVariableName = (text: string) => createHash("sha256").update(text).digest("hex");
    export const handler = async (event: { text: string }) => longVariableName(event.text);
`;

describe("bundle", () => {
    let folder: string;
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "bundle-"));
    });
    afterEach(() => rm(folder, { recursive: true }));

    async function bundled(source: string, into = folder): Promise<string> {
        const entry = join(folder, "handler.ts");
        await writeFile(entry, source);
        return (await bundle("test", { entry, folder: into })).path;
    }

    async function files(path: string): Promise<Record<string, string>> {
        const entries = Object.entries(unzipSync(await readFile(path)));
        return Object.fromEntries(entries.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
    }

    it("makes one minified module with its source map", async () => {
        const { "index.mjs": code = "", "index.mjs.map": map = "", ...others } = await files(await bundled(HANDLER));
        assert.deepEqual(others, {});
        assert.doesNotMatch(code, /longVariableName|a licence/);
        const [, , link, ...more] = code.split("\n");
        assert.deepEqual([link, ...more], ["//# sourceMappingURL=index.mjs.map", ""]);
        assert.equal(JSON.parse(map).sourcesContent, undefined);
    });

    it("runs as a module, also when a library asks for Node's modules by require", async () => {
        const { "index.mjs": code = "" } = await files(
            await bundled(`const { sep } = require("node:path"); export const handler = () => sep;`),
        );
        const module = join(folder, "index.mjs");
        await writeFile(module, code);
        const { handler } = await import(pathToFileURL(module).href);
        assert.equal(handler(), "/");
    });

    it("gives the same bytes under the same name for the same source, whenever and wherever it runs", async () => {
        const one = await bundled(HANDLER);
        const first = await readFile(one);
        const timeZone = process.env.TZ;
        process.env.TZ = "Pacific/Auckland";
        try {
            const other = await bundled(HANDLER, join(folder, "elsewhere"));
            assert.equal(basename(other), basename(one));
            assert.deepEqual(await readFile(other), first);
        } finally {
            if (timeZone === undefined) delete process.env.TZ;
            else process.env.TZ = timeZone;
        }
    });

    it("gives another name for another source", async () => {
        const one = await bundled(HANDLER);
        const other = await bundled(HANDLER.replace("sha256", "sha512"));
        assert.notEqual(basename(other), basename(one));
    });

    it("leaves nothing behind but the zip and a note about it", async () => {
        const path = await bundled(HANDLER);
        const left = await readdir(folder);
        assert.deepEqual(left.filter((name) => name !== "test.json").sort(), ["handler.ts", basename(path)]);
    });

    it("survives several bundlings at once", async () => {
        const paths = await Promise.all([bundled(HANDLER), bundled(HANDLER), bundled(HANDLER)]);
        assert.equal(new Set(paths).size, 1);
        assert.ok((await files(paths[0] ?? ""))["index.mjs"]);
    });

    it("names the function, the file and the line when the source is broken", async () => {
        await assert.rejects(bundled("\nexport const handler = (;"), (error: Error) => {
            assert.ok(error instanceof RunError);
            assert.match(error.message, /^the function test cannot be bundled:\n {2}.*handler\.ts:2: /);
            return true;
        });
    });

    it("names the function when there is no source", async () => {
        const entry = join("functions", "nowhere", "handler.ts");
        await assert.rejects(
            bundle("nowhere", { entry, folder }),
            /^Error: the function nowhere cannot be bundled:\n {2}.*nowhere/,
        );
    });
});
