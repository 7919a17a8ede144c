import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { paths } from "../../../tools/paths.mjs";

describe("the baselines of the repository", () => {
    it("are what the program makes now; otherwise review what differs, and run: npm run baselines", async () => {
        const child = spawn(process.execPath, ["tools/run.mjs", "operations/baselines.ts", "--check"], {
            cwd: paths.root,
            env: { ...process.env, CI: "true" },
            stdio: ["ignore", "pipe", "pipe"],
        });
        const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
        const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
        assert.equal(await ended, 0, output + errors);
    });
});
