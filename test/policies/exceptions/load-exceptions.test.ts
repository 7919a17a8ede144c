import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadExceptions } from "../../../policies/exceptions/load-exceptions.ts";
import { rules } from "../../../policies/rules/index.ts";

const names = rules.map(({ name }) => name);

describe("loadExceptions", () => {
    it("finds nothing wrong with the committed file today", () => {
        const folder = fileURLToPath(new URL("../../../policies/", import.meta.url));
        const faults = loadExceptions({ folder, rules: names }).findings({ stack: "no-such-stack", project: "p" });
        assert.deepEqual(faults, []);
    });

    it("reports a missing file, so that deleting it is seen", () => {
        const [fault] = loadExceptions({ folder: join(tmpdir(), "no-such-folder"), rules: names }).findings({
            stack: "prod",
            project: "p",
        });
        assert.match(fault?.message ?? "", /^cannot be read\. Fix: /);
    });
});
