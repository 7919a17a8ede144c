import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createTar } from "nanotar";
import { setUpPython } from "../../../../local/services/python.ts";
import { type ModelContainer, startContainer } from "../../../../local/services/sagemaker/model-container.ts";
import { paths } from "../../../../tools/paths.mjs";
import { starterFile } from "../../../support/starter-model.ts";
import { until } from "../../../tools/support/until.ts";
import { runs } from "../support/processes.ts";

const starter = (file: string) => readFileSync(join(paths.root, "model", "starter", file));
const examples: { row: (number | null)[]; margin: number }[] = JSON.parse(starter("examples.json").toString());
const rows = examples.map(({ row }) => row.map((value) => value ?? "").join(",")).join("\n");
const packed = (...files: [name: string, data: Uint8Array | string][]) =>
    gzipSync(createTar(files.map(([name, data]) => ({ name, data }))));

const never = new AbortController().signal;

describe("the container of a model", () => {
    const folder = mkdtempSync(join(tmpdir(), "model-container-test-"));
    const logFile = join(folder, "container.log");
    let container: ModelContainer;

    before(async () => {
        container = await startContainer({ archive: starter("model.tar.gz"), logFile });
    });
    after(async () => {
        await container.stop();
        rmSync(folder, { recursive: true });
    });

    const ask = async (body: string, headers: Record<string, string> = { "content-type": "text/csv" }) => {
        const answer = await container.invoke(Buffer.from(body), headers, never);
        return { status: answer.status, kind: answer.headers.get("content-type"), text: await answer.text() };
    };

    it("gives the probabilities that XGBoost gave when it trained, separated by commas", async () => {
        const { status, kind, text } = await ask(rows, { "content-type": "text/csv; charset=utf-8", accept: "*/*" });
        assert.deepEqual([status, kind], [200, "text/csv"]);
        const given = text.split(",").map(Number);
        assert.equal(given.length, examples.length);
        for (const [index, { margin }] of examples.entries()) {
            assert.ok(Math.abs((given[index] ?? 0) - 1 / (1 + Math.exp(-margin))) < 1e-5);
        }
    });

    it("answers in JSON when asked to", async () => {
        const { kind, text } = await ask(rows.split("\n")[0] ?? "", { accept: "application/json" });
        assert.equal(kind, "application/json");
        assert.equal(JSON.parse(text).predictions.length, 1);
    });

    for (const { title, body, headers, status, said } of [
        { title: "has nothing to say to an empty request", body: "", headers: {}, status: 204, said: /^$/ },
        {
            title: "takes no other format than CSV",
            body: "[1]",
            headers: { "content-type": "application/json" },
            status: 415,
            said: /application\/json is not supported/,
        },
        {
            title: "takes no words",
            body: "1,x",
            headers: {},
            status: 415,
            said: /csv format:\n could not convert .*'x'/,
        },
        { title: "takes no rows of different lengths", body: "1,2\n1", headers: {}, status: 415, said: /csv format/ },
        {
            title: "answers in no picture",
            body: "1,2",
            headers: { accept: "image/png" },
            status: 406,
            said: /Accept type image\/png is not supported/,
        },
        {
            title: "refuses rows of more features than the model knows",
            body: "1,".repeat(40),
            headers: {},
            status: 400,
            said: /^Unable to evaluate payload provided: /,
        },
        { title: "takes 6 MB at most", body: "1".repeat(6 * 2 ** 20 + 1), headers: {}, status: 413, said: /at most/ },
    ] as const) {
        it(title, async () => {
            const answer = await ask(body, { "content-type": "text/csv", ...headers });
            assert.equal(answer.status, status);
            assert.match(answer.text, said);
        });
    }

    it("answers with the mean when the archive holds several models", async () => {
        const model = starterFile("xgboost-model");
        const archive = packed(["one", model], ["two", model], [".hidden", "no model"], ["notes/more", "no model"]);
        const several = await startContainer({ archive, logFile });
        const body = Buffer.from(rows);
        const headers = { "content-type": "text/csv" };
        const answer = await several.invoke(body, headers, never);
        const [mean, single] = [await answer.text(), (await ask(rows)).text].map((text) => text.split(",").map(Number));
        for (const [index, value] of (single ?? []).entries()) assert.ok(Math.abs(value - (mean?.[index] ?? 0)) < 1e-6);
        await several.stop();
    });

    it("does not start with a file at the root that is no model, and says which", async () => {
        const archive = packed(["explainer.json", "{}"], ["xgboost-model", starterFile("xgboost-model")]);
        await assert.rejects(startContainer({ archive, logFile }), /Model explainer\.json cannot be loaded: /);
        assert.match(readFileSync(logFile, "utf8"), /explainer\.json/);
    });

    it("does not start without a model, with what is no archive, or without its Python", async () => {
        await assert.rejects(startContainer({ archive: packed(["a/b", "x"]), logFile }), /no model file at the root/);
        await assert.rejects(
            startContainer({ archive: new Uint8Array([1]), logFile }),
            /incorrect header check|unexpected/,
        );
        const archive = starter("model.tar.gz");
        await assert.rejects(startContainer({ archive, logFile, python: "/no/python" }), /ENOENT/);
    });

    it("says in one line why XGBoost itself cannot be loaded", async () => {
        const python = join(folder, "python");
        writeFileSync(python, `#!/bin/sh\nPYTHONPATH=${folder} exec ${setUpPython} "$@"\n`, { mode: 0o755 });
        writeFileSync(join(folder, "xgboost.py"), 'raise OSError("no OpenMP\\nMac users: brew install libomp")\n');
        const archive = starter("model.tar.gz");
        await assert.rejects(startContainer({ archive, logFile, python }), {
            message: "OSError: no OpenMP Mac users: brew install libomp",
        });
    });

    it("keeps an archive from writing outside its folder", async () => {
        const outside = join(folder, "..", "written-by-archive");
        const archive = packed(["../written-by-archive", "x"], ["xgboost-model", starterFile("xgboost-model")]);
        await assert.rejects(startContainer({ archive, logFile }), /Model written-by-archive cannot be loaded/);
        assert.throws(() => readFileSync(outside), { code: "ENOENT" });
    });

    it("ends with whoever started it, and leaves nothing behind", async () => {
        const TMPDIR = mkdtempSync(join(folder, "tmp-"));
        const env = { ...process.env, TMPDIR };
        const script = join(import.meta.dirname, "support", "container-parent.ts");
        const parent = spawn(process.execPath, ["--import", "tsx", script, logFile], {
            env,
            stdio: ["ignore", "pipe", "inherit"],
        });
        const [said] = await once(parent.stdout, "data");
        parent.kill("SIGKILL");
        await until(() => !runs(Number(said)));
        assert.deepEqual(
            readdirSync(TMPDIR).filter((name) => name.startsWith("local-model-")),
            [],
        );
    });

    it("is gone once it is stopped", async () => {
        const other = await startContainer({ archive: starter("model.tar.gz"), logFile });
        await other.stop();
        assert.equal(runs(other.pid), false);
    });
});
