import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { paths } from "../../tools/paths.mjs";
import { helpFor } from "../../tools/run/help.mjs";

function local(...args: string[]) {
    const command = ["--import", "tsx", "operations/local.ts", ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: paths.root, encoding: "utf8" });
    return { status, stdout, stderr };
}

describe("the local command", () => {
    it("explains itself", () => {
        assert.match(helpFor("operations/local.ts", ["--help"]) ?? "", /Usage: npm run local/);
    });

    for (const { args, says } of [
        { args: ["get"], says: /Unknown command "get": there are set, sets and query/ },
        { args: ["set", "bulk"], says: /set needs three things: RESOURCE PROPERTY\.PATH JSON/ },
        { args: ["--all"], says: /Unknown option '--all'/ },
        { args: ["--stack", "../x"], says: /The store has no stack "\.\.\/x"/ },
    ]) {
        it(`ends with a message, no trace and code 1 for ${args.join(" ")}`, () => {
            const { status, stderr } = local(...args);
            assert.equal(status, 1);
            assert.match(stderr, says);
            assert.doesNotMatch(stderr, / at .*\.ts:|COMPLIANCE_DEBUG/);
        });
    }
});
