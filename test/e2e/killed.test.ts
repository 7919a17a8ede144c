import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesLeft } from "../../operations/proof/tear-down/leftovers.ts";
import { killed } from "../../operations/proof/tear-down/prove.ts";
import { paths } from "../../tools/paths.mjs";

/** A small part of `npm run proof -- tear-down`, which kills everything, everywhere. */
describe("npm start, killed by kill -9", () => {
    const data = mkdtempSync(join(tmpdir(), "killed-"));
    after(() => rmSync(data, { recursive: true, force: true }));

    it("leaves no process and no port when its whole tree is killed while it creates the platform", async () => {
        const { faults } = await killed({ phase: "creating", victim: "tree" }, data);
        assert.deepEqual(faults, []);
        assert.ok(existsSync(join(data, "run", "lock")), "nothing for the next start to clear away");
    });

    it("comes up again out of what that left, says what to do when its engine is killed, and then leaves nothing", async () => {
        const { faults, said } = await killed({ phase: "creating", victim: "engine" }, data);
        assert.deepEqual(faults, []);
        assert.match(said ?? "", /SIGKILL.*begin again: npm start/);
        assert.deepEqual(filesLeft(data, paths.root), []);
    });
});
