import assert from "node:assert/strict";
import { runPython } from "../../support/python.ts";

describe("correction start-scripts", () => {
    it("runs no script that lies about on the machine", async () => {
        assert.equal(await runPython("start_script.py"), "0");
    });

    it("is what the correction is for: without it that fails", async () => {
        assert.equal(await runPython("start_script.py", ["start-scripts"]), "1");
    });
});
