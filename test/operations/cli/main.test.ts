import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../e2e/support/run-command.ts";

/** What a person sees who made a mistake: the exit code, and a message without a stack. */
describe("a command that cannot do what it was asked", () => {
    const data = mkdtempSync(join(tmpdir(), "mistakes-"));
    after(() => rmSync(data, { recursive: true, force: true }));

    for (const { title, args, says } of [
        {
            title: "names the stacks that exist for one that does not",
            args: ["operations/preview.ts", "--stack", "staging", "--offline"],
            says: /There is no stack "staging"\. The stacks are: dev, local, prod\./,
        },
        {
            title: "asks for a stack when none is named",
            args: ["operations/preview.ts", "--offline"],
            says: /Name the stack with --stack: dev, local, prod\./,
        },
        {
            title: "names the formats that exist for one that does not",
            args: ["operations/preview.ts", "--stack", "dev", "--offline", "--format", "xml"],
            says: /Unknown format "xml": choose text, json, markdown, sarif, junit with --format\./,
        },
        {
            title: "names an option that it does not know",
            args: ["operations/preview.ts", "--stak", "dev"],
            says: /Unknown option '--stak'\. Try --help\./,
        },
        {
            title: "names the folder that holds no samples",
            args: ["operations/start.ts", "--once", "--samples", join(tmpdir(), "no-such-samples")],
            says: /No samples in .*no-such-samples: expected files in card-network\/, core-banking\/, iso20022\/, live\//,
        },
        {
            title: "names the file that it could not write at the end, before it begins",
            args: ["operations/start.ts", "--once", "--json", join("package.json", "summary.json")],
            says: /Cannot write package\.json\/summary\.json: .* Name a file in a folder you may write to\./,
        },
        {
            title: "says that nothing runs which could be verified",
            args: ["operations/verify.ts", "--stack", "local", "--out", join(data, "evidence.json")],
            says: /No local services are running, so there is nothing to look at\. Run npm start beside this\./,
        },
        {
            title: "names the stacks of the plain engine too",
            args: ["--pulumi", "preview", "--stack", "staging"],
            says: /There is no stack "staging"/,
        },
    ]) {
        it(title, async () => {
            const { code, output } = await runCommand(data, ...args);
            assert.notEqual(code, 0, output);
            assert.match(output, says);
            assert.doesNotMatch(output, /\n\s+at .*:\d+:\d+/, "a stack trace was shown");
        });
    }

    for (const command of ["start", "preview", "up", "verify", "replay", "decide", "local"]) {
        it(`explains ${command} with --help`, async () => {
            const { code, output } = await runCommand(data, `operations/${command}.ts`, "--help");
            assert.equal(code, 0, output);
            assert.match(output, new RegExp(`Usage: npm (run )?${command}`));
        });
    }
});
