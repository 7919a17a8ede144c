import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Options, requireOnly, requireWhole } from "../../../operations/exceptions/options.ts";
import { paths } from "../../../tools/paths.mjs";
import { helpFor } from "../../../tools/run/help.mjs";
import { type ProgramCopy, programCopy } from "../../e2e/support/program-copy.ts";

const SAID = [
    "--category",
    "waiver",
    "--reason",
    "The hub is renamed this quarter",
    "--ticket",
    "RISK-1",
    "--days",
    "10",
];

describe("an exception, from the finding to its end", () => {
    let copy: ProgramCopy;
    before(() => {
        copy = programCopy();
        execFileSync("git", ["init", "--quiet"], { cwd: copy.root });
        // Whom the bank trusts no longer has the host that files are collected from.
        copy.change("stacks/dev.ts", 'id: "payment-hub-dev.bank.example"', 'id: "elsewhere.bank.example"');
    });
    after(() => copy.remove());

    const run = (command: string, ...args: string[]) => {
        const given = ["tools/run.mjs", `operations/${command}.ts`, ...args];
        const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: copy.root, encoding: "utf8" });
        return { status, text: `${stdout}${stderr}` };
    };
    const exceptions = (...args: string[]) => run("exceptions", ...args);
    const iAm = (who: string) => execFileSync("git", ["config", "user.email", who], { cwd: copy.root });
    const file = () => readFileSync(join(copy.root, "policies", "exceptions.yaml"), "utf8");

    it("is proposed out of the guard's report, and accepts nothing yet", () => {
        assert.equal(run("guard", "--stack", "dev", "--format", "json", "--out", "report.json").status, 2);
        iAm("ada@bank.example");
        const own = exceptions("propose", "--from", "report.json", "--approver", "ada@bank.example", ...SAID);
        assert.equal(own.status, 1);
        assert.match(own.text, /--approver ada@bank\.example owns or proposes it/);
        const { status, text } = exceptions(
            "propose",
            "--from",
            "report.json",
            "--approver",
            "grace@bank.example",
            ...SAID,
        );
        assert.equal(status, 0, text);
        const [, id = ""] = /^(EX-\d{4}-001) is proposed in policies\/exceptions\.yaml:\n/.exec(text) ?? [];
        assert.match(text, new RegExp(`grace@bank\\.example approves it there: npm run exceptions -- approve ${id}\n`));
        assert.match(file(), /\n {2}owner: ada@bank\.example\n.*\n.*\n {2}approved: pending\n/);
        const guard = run("guard", "--stack", "dev");
        assert.equal(guard.status, 2);
        assert.match(guard.text, /nobody has approved it yet\. Fix: have its approver run/);
        assert.match(guard.text, /: 2 violations, 0 inconclusive, 0 excepted\n/);
    });

    it("holds once its approver, and nobody else, has approved it", () => {
        const [id = ""] = /EX-\d{4}-001(?=\n)/.exec(file()) ?? [];
        assert.match(exceptions("approve", id).text, /is for grace@bank\.example to approve/);
        iAm("grace@bank.example");
        assert.equal(exceptions("approve", id).status, 0);
        assert.match(run("guard", "--stack", "dev").text, /: 0 violations, 0 inconclusive, 1 excepted\n/);
    });

    it("is told of before its end", () => {
        const { status, text } = exceptions("check");
        assert.equal(status, 3, text);
        assert.match(text, /^End within 14 days: .*\n {2}EX-\d{4}-001: hosts-ours, of ada@bank\.example, ends on /);
    });

    it("is of no use once the finding is mended", () => {
        copy.change("stacks/dev.ts", 'id: "elsewhere.bank.example"', 'id: "payment-hub-dev.bank.example"');
        const { status, text } = exceptions("check", "--stack", "dev", "--days", "0");
        assert.equal(status, 2);
        assert.match(text, /^Of no use: match no finding today, remove them\n {2}EX-/);
    });
});

describe("npm run exceptions", () => {
    it("explains itself", () =>
        assert.match(helpFor("operations/exceptions.ts", ["list", "--help"]) ?? "", /^Usage: /));

    for (const { verb, options, rest, says } of [
        { verb: "remove", says: /Unknown command "remove": there are list, check, propose, approve/ },
        { verb: "constructor", says: /Unknown command "constructor"/ },
        { verb: "list", options: { days: "3" }, says: /list takes no --days\. Try --help\./ },
        { verb: "propose", options: { on: "x", out: "y" }, says: /propose takes no --on, no --out\./ },
        { verb: "list", rest: ["prod"], says: /list takes options only, got "prod"/ },
        { verb: "approve", says: /approve takes the id of one exception, got ""/ },
        { verb: "check", options: { format: "xml" }, says: /Unknown format "xml": choose text or json/ },
    ] as { verb: string; options?: Options; rest?: string[]; says: RegExp }[]) {
        it(`refuses ${[verb, ...Object.keys(options ?? {}), ...(rest ?? [])].join(" ")}`, () => {
            assert.throws(() => requireOnly(verb, options ?? {}, rest ?? []), says);
        });
    }

    it("takes days as a whole number only", () => {
        assert.deepEqual([requireWhole(undefined), requireWhole("0"), requireWhole("30")], [14, 0, 30]);
        for (const days of ["soon", "-1", "1.5", ""]) {
            assert.throws(() => requireWhole(days), /--days takes a whole number of days such as 30, got/);
        }
    });

    it("ends with a message, no trace and code 1 for what it cannot do", () => {
        const command = ["--import", "tsx/esm", "operations/exceptions.ts", "propose", "--days", "200"];
        const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: paths.root, encoding: "utf8" });
        assert.deepEqual([status, stdout], [1, ""]);
        assert.match(stderr, /Name the finding: .*\nSay --category, --reason.*\n200 is no end that it may have/);
        assert.doesNotMatch(stderr, /\n\s+at /);
    });
});
