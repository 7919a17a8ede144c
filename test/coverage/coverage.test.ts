import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { paths } from "../../tools/paths.mjs";
import { codeLines } from "./code-lines.ts";

describe("the coverage of functions and model", () => {
    let folder = "";
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "coverage-"));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    it("counts the lines with code, and neither comments nor types nor empty ones", async () => {
        const path = join(folder, "some.ts");
        const lines = [
            "/** Why. */",
            "export interface Some {",
            "    one: string;",
            "}",
            "",
            "export const one = (",
            "    two: string,",
        ];
        await writeFile(path, [...lines, "): string => two;", "type Two = string;", "// done", ""].join("\n"));
        assert.deepEqual([...codeLines(path)], [6, 7, 8]);
    });

    it("is too little when one test runs alone, and shows line by line what that one reaches", async () => {
        const test = "test/functions/screen/delivery.test.ts";
        const program = join(paths.root, "test", "coverage", "main.ts");
        // What a coverage run around this one collects is not of this one.
        const { NODE_V8_COVERAGE, NODE_OPTIONS, ...env } = process.env;
        const run = promisify(execFile)(process.execPath, ["--import", "tsx/esm", program, test, "--out", folder], {
            env,
        });
        const { code, stdout } = await run.then(
            () => assert.fail("enough?"),
            (error) => error,
        );
        assert.equal(code, 1);
        assert.match(stdout, /Too little is tested: [\d.]+% of the lines, at least 95% is asked\./);
        const reached = linesOf(await readFile(join(folder, "lcov.info"), "utf8"));
        const whole = reached.get("functions/screen/delivery.ts");
        assert.ok(whole !== undefined && whole.found > 10 && whole.hit === whole.found, JSON.stringify(whole));
        const { found = 0, hit = 0 } = reached.get("contract/transaction/envelope.ts") ?? {};
        assert.ok(hit > 0 && hit < found, `${hit} of ${found}: it is read there, but not written`);
        assert.equal(reached.get("functions/work/handler.ts")?.hit, 0, "what no test loads counts as not reached");
        assert.equal(reached.has("model/rules/rule.ts"), false, "a file of types has no line to reach");
    });
});

function linesOf(lcov: string): Map<string, { found: number; hit: number }> {
    const records = [...lcov.matchAll(/^SF:(.+)$[\s\S]*?^LF:(\d+)$\s^LH:(\d+)$/gm)];
    return new Map(records.map(([, file = "", found, hit]) => [file, { found: Number(found), hit: Number(hit) }]));
}
