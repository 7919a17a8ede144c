import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { paths } from "../../tools/paths.mjs";

const script = `
const util = require("node:util");
const error = new Error("refused");
error.stack = "Error: refused\\n    at f (/a/node_modules/@pulumi/resource.ts:1:2)";
process.stdout.write(util.inspect(error, { colors: true }) + util.inspect(1, { colors: true }));
process.stdout.write(String(util.inspect.custom === Symbol.for("nodejs.util.inspect.custom")));
`;

describe("tools/plain-errors.cjs", () => {
    it("shows an error whose stack ends within node_modules, which some versions of Node never finish", () => {
        const args = ["--require", paths.plainErrors, "-e", script];
        const { stdout, signal } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 8_000 });
        assert.equal(signal, null);
        const shown = "Error: refused\n    at f (/a/node_modules/@pulumi/resource.ts:1:2)\u001b[33m1\u001b[39mtrue";
        assert.equal(stdout, shown);
    });
});
