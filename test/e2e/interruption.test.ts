import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isOpen } from "../../operations/proof/tear-down/leftovers.ts";
import { processesOf } from "../../operations/proof/tear-down/processes.ts";
import { runCommand } from "./support/run-command.ts";

describe("npm start, interrupted", () => {
    const data = mkdtempSync(join(tmpdir(), "interruption-"));
    after(() => rmSync(data, { recursive: true, force: true }));

    for (const { when, text } of [
        { when: "while the services start", text: "• Local AWS services" },
        { when: "while the guardrails judge", text: "• Guardrails" },
        { when: "during the update", text: "• Creating the platform" },
        { when: "while it finds fraud", text: "• Finding fraud" },
    ]) {
        it(`leaves no process, no port and no state behind ${when}`, async () => {
            const running = runCommand(data, "operations/start.ts", "--once");
            await running.says(text);
            assert.notDeepEqual(processesOf(data), [], "nothing to leave behind");
            running.process.kill("SIGINT");
            const { code, output } = await running;
            assert.equal(code, 130, output);
            assert.deepEqual(processesOf(data), []);
            const port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1] ?? 0);
            if (port > 0) assert.equal(await isOpen(port), false, `port ${port} is still open`);
            for (const place of ["state", "store", "run/services.json"]) {
                assert.equal(existsSync(join(data, place)), false, `${place} is still there`);
            }
        });
    }
});
