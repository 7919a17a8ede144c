import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programCopy } from "./support/program-copy.ts";
import { runCommandIn } from "./support/run-command.ts";

describe("a program whose queues have no customer-managed key", () => {
    const data = mkdtempSync(join(tmpdir(), "guarded-"));
    const program = programCopy();
    const run = (...args: string[]) => runCommandIn(program.root, data, ...args);
    const pulumi = (...args: string[]) => run("--pulumi", ...args, "--stack", "local", "--non-interactive");
    before(() =>
        program.change("infra/ingest/work-queue.ts", "kmsMasterKeyId: key.arn,", "sqsManagedSseEnabled: true,"),
    );
    after(() => {
        program.remove();
        rmSync(data, { recursive: true, force: true });
    });

    it("is refused by a plain `npm run pulumi -- up`, which creates nothing", async () => {
        const { code, output } = await pulumi("up", "--yes");
        assert.notEqual(code, 0, output);
        assert.match(output, /sqs-encrypted/);
        assert.match((await run("operations/local.ts")).output, /The store holds no resources/);
    });

    it("is refused by `npm run preview` offline also for a condition that AWS never sends, with its path", async () => {
        const [sent, never] = ['"sagemaker:VolumeKmsKeyArn": key.arn', '"sagemaker:VolumeKmsKey": key.arn'];
        program.change("infra/scoring/promotion-grants.ts", sent, never);
        try {
            const { code, output } = await run("operations/preview.ts", "--stack", "prod", "--offline");
            assert.notEqual(code, 0, output);
            const told = output.replace(/\s+/g, " ");
            assert.match(
                told,
                /policy\.Statement\[\d+\]\.Condition\.ArnEquals\.sagemaker:VolumeKmsKey is not sent with/,
            );
        } finally {
            program.change("infra/scoring/promotion-grants.ts", never, sent);
        }
    });

    it("is refused by `npm start` before it creates anything", async () => {
        const { code, output } = await run("operations/start.ts", "--once");
        assert.notEqual(code, 0, output);
        assert.match(output, /sqs-encrypted/);
        assert.doesNotMatch(output, /Creating the platform/);
    });
});
