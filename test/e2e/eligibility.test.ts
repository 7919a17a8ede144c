import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileBackend } from "../../tools/engine-environment.mjs";
import { paths } from "../../tools/paths.mjs";
import { FakeAccount } from "../support/fake-account.ts";

const CLOSED = { type: "AccessDeniedException", message: "AWS Data Pipeline is no longer available to new customers." };

describe("npm run preview and npm run up of an account that AWS Data Pipeline refuses", () => {
    const folder = mkdtempSync(join(tmpdir(), "eligibility-"));
    let account: FakeAccount;
    beforeEach(async () => {
        account = await new FakeAccount("222222222222").open();
    });
    afterEach(() => account.close());
    after(() => rmSync(folder, { recursive: true, force: true }));

    /** In an account that a stand-in answers for, and a state of its own. */
    function run(...args: string[]): Promise<{ code: number; output: string }> {
        const env = { ...process.env, ...account.environment, PULUMI_BACKEND_URL: fileBackend(folder), CI: "true" };
        return new Promise((resolve) => {
            const command = ["tools/run.mjs", ...args, "--stack", "prod"];
            execFile(process.execPath, command, { cwd: paths.root, env }, (error, stdout, stderr) => {
                resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
            });
        });
    }

    for (const { command, refused, asks } of [
        { command: "operations/preview.ts", refused: "ListPipelines", asks: ["ListPipelines"] },
        { command: "operations/up.ts", refused: "CreatePipeline", asks: ["ListPipelines", "CreatePipeline"] },
    ]) {
        it(`is told by ${command} before anything is created, with the setting to change`, async () => {
            account.refusals.set(refused, CLOSED);
            const { code, output } = await run(command);
            assert.equal(code, 1, output);
            const text = output.replaceAll(/\s+/g, " ");
            assert.match(text, /AWS Data Pipeline takes no new customers, and refuses the account of prod/);
            assert.match(text, /Set workflow\.orchestrator to "step-functions" in stacks\/prod\.ts/);
            const asked = account.requests.filter((request) => request.startsWith("DataPipeline."));
            assert.deepEqual(
                asked,
                asks.map((action) => `DataPipeline.${action}`),
            );
        });
    }

    it("is a line of the rehearsal, whose other steps ask the same account", async () => {
        account.refusals.set("ListPipelines", CLOSED);
        account.concurrency = 10;
        const { code, output } = await run("operations/up.ts", "--rehearse", "--format", "json");
        assert.equal(code, 2, output);
        const { steps } = JSON.parse(output.slice(output.indexOf("{\n")).replace(/\n}\n[\s\S]*$/, "\n}"));
        const said = (name: string) =>
            JSON.stringify(steps.find(({ check }: { check: string }) => check === name).outcomes);
        assert.match(said("credentials"), /done.*account 222222222222, which prod is in/);
        assert.match(said("bootstrap"), /the bucket compliance-platform-state-222222222222","value":"is not there"/);
        assert.match(said("quotas"), /Concurrent executions","value":"is 10; prod needs 205"/);
        assert.match(said("workflows"), /"fails".*step-functions/);
        assert.match(said("model"), /"done"/);
    });

    it("is rehearsed in text or as JSON, and never with --yes", async () => {
        assert.match((await run("operations/up.ts", "--rehearse", "--yes")).output, /nothing to say --yes to/);
        assert.match((await run("operations/up.ts", "--rehearse", "--format", "sarif")).output, /choose text or json/);
        assert.deepEqual(account.requests, []);
    });
});
