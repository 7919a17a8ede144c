import assert from "node:assert/strict";
import { parse } from "yaml";
import { FORMATS, formatOf, formatted } from "../../../../operations/drift/formats/index.ts";
import { readIgnores } from "../../../../operations/drift/ignores/read-ignores.ts";
import { DriftReport } from "../../../../operations/drift/report-schema.ts";
import type { StateResource } from "../../../../operations/drift/state/deployment.ts";
import { assertSarif, assertXml } from "../../report/support/well-formed.ts";
import { AWS_DRILLS } from "../support/aws-drills.ts";
import { AZURE_DRILLS } from "../support/azure-drills.ts";
import { type Drill, sightAfter } from "../support/drill.ts";
import { prodState } from "../support/prod-state.ts";
import { run, TODAY } from "../support/reports.ts";

const hostile = "| <img src=x> @everyone `rm` \u001b[31m ## [a](http://b.example)";
const HOSTILE: Drill = { title: "", on: "aws:sqs/queue:Queue::incoming", edits: [["tags.note", hostile]] };

describe("the forms of a report of drift", () => {
    let report: DriftReport;
    before(async () => {
        const state: readonly StateResource[] = await prodState();
        const drills = [...AWS_DRILLS, ...AZURE_DRILLS, HOSTILE];
        const sight = { ...sightAfter(state, drills), untold: ["Azure: exchange could not be read: no answer"] };
        ({ report } = await run({ sight }));
    });

    it("keep 80 columns as text, but for a name that is longer", () => {
        const long = formatted(report, "text")
            .split("\n")
            .filter((line) => line.length > 80 && !/^ +--target /.test(line));
        assert.deepEqual(long, []);
    });

    it("let nothing of a cloud speak to the terminal", () => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be there
        assert.doesNotMatch(formatted(report, "text"), /[\u0000-\u0009\u000b-\u001f\u007f]/);
    });

    it("give a command as text that a shell takes as it stands", () => {
        const text = formatted(report, "text");
        assert.match(text, /repair {4}npm run pulumi -- up --stack prod --refresh \\\n +--target '\*\*:Queue::bulk'\n/);
    });

    it("begin with the gravest, and end as text with the result", () => {
        const ranks = report.findings.map(({ severity }) => ["critical", "high", "medium", "low"].indexOf(severity));
        assert.deepEqual(ranks, ranks.toSorted());
        assert.match(formatted(report, "text"), /COULD NOT TELL Azure: exchange could not be read/);
        assert.match(formatted(report, "text"), /\nDrift in prod breaks a control: \d+ findings, \d+ critical \(/);
    });

    it("are as JSON nothing but JSON of the published form", () => {
        assert.deepEqual(DriftReport.parse(JSON.parse(formatted(report, "json"))), report);
    });

    it("let nothing of a cloud become markup, a mention or a cell of a table as Markdown", () => {
        const markdown = formatted(report, "markdown");
        const row = markdown.split("\n").find((line) => line.includes("everyone")) ?? "";
        assert.match(row, /^\| `tags\.note` \| `nothing` \| `"\\\| <img src=x> @everyone 'rm' /);
        assert.equal(row.match(/(?<!\\)\|/g)?.length, 4);
        assert.equal(row.match(/`/g)?.length, 6);
    });

    it("fit as Markdown into what GitHub takes, cut after the gravest and said so", () => {
        const [finding] = report.findings;
        assert.ok(finding);
        const many = Array.from({ length: 500 }, (_, index) => ({ ...finding, title: `Queue ${index}` }));
        const markdown = formatted({ ...report, findings: many }, "markdown");
        assert.ok(markdown.length <= 65_536 && markdown.length > 60_000, String(markdown.length));
        assert.match(markdown, /Queue 0\n/);
        assert.match(markdown, /More does not fit here/);
        assert.equal((markdown.match(/^```/gm)?.length ?? 1) % 2, 0);
    });

    it("are as SARIF a run with a rule for each result, each at a line, and what could not be told as a notification", () => {
        assertSarif(formatted(report, "sarif"));
        const { version, runs } = JSON.parse(formatted(report, "sarif"));
        const [{ tool, results, invocations }] = runs;
        assert.equal(version, "2.1.0");
        const rules = new Set(tool.driver.rules.map(({ id }: { id: string }) => id));
        assert.equal(results.length, report.findings.length);
        for (const { ruleId, level, message, locations, partialFingerprints } of results) {
            assert.ok(rules.has(ruleId), ruleId);
            assert.ok(["note", "warning", "error"].includes(level));
            assert.ok(message.text.length > 0);
            const [{ physicalLocation }] = locations;
            assert.ok(physicalLocation.artifactLocation.uri && physicalLocation.region.startLine >= 1);
            assert.match(partialFingerprints["drift/v1"], /^[0-9a-f]{16}$/);
        }
        assert.equal(invocations[0].executionSuccessful, false);
        assert.match(invocations[0].toolExecutionNotifications[0].message.text, /no answer/);
    });

    it("are as JUnit a failed test for each finding, and an error for what could not be told", () => {
        const xml = formatted(report, "junit");
        assertXml(xml);
        const { length } = report.findings;
        assert.ok(xml.includes(`tests="${length + 1}" failures="${length}" errors="1"`), xml);
        const critical = report.findings.filter(({ severity }) => severity === "critical");
        assert.equal(xml.match(/<failure message="critical, new">/g)?.length, critical.length);
        assert.match(xml, /<error message="[^"]*no answer/);
        assert.ok(!xml.includes("<img"), "a value is markup");
    });

    it("propose ignores for what breaks no control, which hold once their owner and reason are there", () => {
        const proposed = parse(formatted(report, "ignores")) as Record<string, string>[];
        const fine = report.findings.filter(({ severity }) => severity !== "critical");
        assert.equal(new Set(proposed.map(({ resource }) => resource)).size, fine.length);
        assert.equal(readIgnores(formatted(report, "ignores"), TODAY).ignores.length, 0);
        const owned = proposed.map((entry) => ({ ...entry, owner: "ada@example.com", reason: "a trial" }));
        assert.deepEqual(readIgnores(JSON.stringify(owned), TODAY).faults, []);
    });

    it("go by the ending of a file, else by what was asked for", () => {
        const files = ["a.json", "a.md", "a.sarif", "a.xml", "a.yaml", "a.txt", "a.log"];
        assert.deepEqual(
            files.map((file) => formatOf(file, "markdown")),
            ["json", "markdown", "sarif", "junit", "ignores", "text", "markdown"],
        );
        assert.deepEqual([...FORMATS].sort(), ["ignores", "json", "junit", "markdown", "sarif", "text"]);
    });
});
