import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programCopy } from "../e2e/support/program-copy.ts";
import { runCommandIn } from "../e2e/support/run-command.ts";
import { workflow } from "./workflow-files.ts";

describe("a deployment of a program whose queues have no customer-managed key", () => {
    const data = mkdtempSync(join(tmpdir(), "deploy-"));
    const program = programCopy();
    before(() =>
        program.change("infra/ingest/work-queue.ts", "kmsMasterKeyId: key.arn,", "sqsManagedSseEnabled: true,"),
    );
    after(() => {
        program.remove();
        rmSync(data, { recursive: true, force: true });
    });

    it("ends at its own offline preview, before anything logs in", async () => {
        const [first] = (workflow("deploy").jobs.dev?.steps ?? []).flatMap(({ run }) => run ?? []);
        assert.equal(first, "npm run preview -- --stack dev --offline");
        const [, options = ""] = first?.split(" -- ") ?? [];
        const args = ["operations/preview.ts", ...options.split(" ")];
        const { code, output } = await runCommandIn(program.root, data, ...args);
        assert.equal(code, 2, output);
        assert.match(output, /sqs-encrypted/);
    });
});
