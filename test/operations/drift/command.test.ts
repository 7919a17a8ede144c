import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DriftReport } from "../../../operations/drift/report-schema.ts";
import { paths } from "../../../tools/paths.mjs";
import { CANARY, SmallStack } from "./support/small-stack.ts";

describe("npm run drift", () => {
    let stack: SmallStack;
    const said: string[] = [];
    before(async () => {
        stack = await SmallStack.make();
    });
    after(() => stack.remove());
    const file = (name: string) => join(stack.folder, name);

    const drift = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
        new Promise((resolve) => {
            const command = [
                "tools/run.mjs",
                "operations/drift.ts",
                "--stack",
                "local",
                "--history",
                file("history.json"),
            ];
            const env = { ...process.env, COMPLIANCE_LOCAL_DATA: stack.folder, CI: "true" };
            execFile(process.execPath, [...command, ...args], { cwd: paths.root, env }, (error, out, err) => {
                said.push(out, err);
                resolve({ code: Number(error?.code ?? 0), out, err });
            });
        });

    it("ends with 0 over a clean stack, with nothing but JSON on standard output, and writes each form by its ending", async () => {
        const files = ["report.md", "report.sarif", "report.txt"].map(file);
        const { code, out, err } = await drift("--format", "json", ...files.flatMap((name) => ["--out", name]));
        assert.equal(code, 0, err);
        const report = DriftReport.parse(JSON.parse(out));
        assert.deepEqual([report.outcome, report.looked.compared, report.findings], ["clean", 5, []]);
        const [markdown = "", sarif = "", text = ""] = files.map((name) => readFileSync(name, "utf8"));
        assert.match(markdown, /^## No drift in local/);
        assert.equal(JSON.parse(sarif).version, "2.1.0");
        assert.match(text, /^No drift in local \(5 of 5 resources compared, \d+ guardrails\)\.$/m);
    });

    it("ends with 3 where a control is broken, is then still open, and is resolved", async () => {
        const { outputs } = await stack.held("Queue::bulk");
        await stack.edit("Queue::bulk", "kmsMasterKeyId", "alias/aws/sqs");
        await stack.edit("Queue::bulk", "hidden", `${CANARY}-other`);
        const first = await drift();
        assert.equal(first.code, 3, first.err);
        assert.match(first.out, /^CRITICAL new: Queue bulk was changed$/m);
        assert.match(first.out, /^ {2}breaks {4}sqs-encrypted: kmsMasterKeyId is a key that AWS manages/m);
        assert.match(first.out, /^ {2}differs {3}hidden: \[secret\] is now \[secret\]$/m);
        const second = await drift();
        assert.equal(second.code, 3);
        assert.match(second.out, /^CRITICAL open: Queue bulk was changed$/m);
        await stack.edit("Queue::bulk", "kmsMasterKeyId", outputs.kmsMasterKeyId ?? null);
        await stack.edit("Queue::bulk", "hidden", CANARY);
        const third = await drift();
        assert.equal(third.code, 0, third.out);
        assert.match(third.out, /^RESOLVED Queue bulk was changed \(repaired after /m);
    });

    it("ends with 2 where something differs and breaks nothing", async () => {
        await stack.edit("Queue::bulk", "delaySeconds", 7);
        const { code, out } = await drift();
        assert.equal(code, 2);
        assert.match(out, /^MEDIUM new: Queue bulk was changed$/m);
        assert.match(out, /^Drift in local: 1 finding \(/m);
    });

    it("ends with 1 while an update is running, with a report that says so, and forgets nothing", async () => {
        const before = readFileSync(file("history.json"), "utf8");
        const locks = file("state/.pulumi/locks/organization/compliance-platform/local");
        mkdirSync(locks, { recursive: true });
        writeFileSync(join(locks, "a.json"), "{}");
        const { code, out } = await drift("--format", "json");
        assert.equal(code, 1);
        const report = DriftReport.parse(JSON.parse(out));
        assert.equal(report.outcome, "could-not-tell");
        assert.match(report.untold.join(), /an update is running/);
        assert.deepEqual(report.unseen, ["Queue bulk was changed"]);
        assert.deepEqual(JSON.parse(readFileSync(file("history.json"), "utf8")), JSON.parse(before));
    });

    it("says a wrong option before it looks at anything", async () => {
        const { code, err } = await drift("--format", "xml");
        assert.equal(code, 1);
        assert.match(err, /Unknown format "xml"/);
        const history = await drift("--history", join(file("history.json"), "below", "history.json"));
        assert.equal(history.code, 1);
        assert.match(history.err, /Cannot write .*history\.json: /);
    });

    it("keeps to its 80 columns in its help too, which needs no set-up", async () => {
        const { code, out } = await drift("--help");
        assert.equal(code, 0);
        assert.deepEqual(
            out.split("\n").filter((line) => line.length > 80),
            [],
        );
    });

    it("has shown no secret in any of this, nor in its history", () => {
        assert.ok(said.length > 10 && existsSync(file("history.json")));
        for (const text of [...said, readFileSync(file("history.json"), "utf8")])
            assert.ok(!text.includes(CANARY), text);
    });
});
