import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { changesBetween } from "../../../operations/changes/between.ts";
import { environmentReport, type Report } from "../../../operations/preview/environment.ts";
import type { Finding } from "../../../operations/preview/report.ts";
import { asJunit } from "../../../operations/report/junit.ts";
import { asMarkdown } from "../../../operations/report/markdown.ts";
import { formatted, outputsOf, writeReports } from "../../../operations/report/reports.ts";
import { asTerminal } from "../../../operations/report/terminal.ts";
import { known } from "../changes/support/known.ts";
import { assertReport, assertSarif, assertXml } from "./support/well-formed.ts";

const QUEUE = "aws:sqs/queue:Queue";
const queues = (count: number, seconds: number) =>
    Array.from({ length: count }, (_, index) =>
        known(QUEUE, `queue-${index}`, { messageRetentionSeconds: seconds + index, tags: { note: `note ${index}` } }),
    );

function reportOf(count: number, more: { findings?: Finding[]; errors?: string[] } = {}): Report {
    const changes = changesBetween(queues(count, 1000), queues(count, 500));
    const { findings = [], errors = [] } = more;
    const resources = changes.changes.map(({ urn, type, name, operation }) => ({ urn, type, name, change: operation }));
    const report = { stack: "prod", offline: true, resources, findings, rules: 2, errors, seconds: 1 };
    return { version: 1, environments: [environmentReport({ report, changes })] };
}

const finding = (index: number, more: Partial<Finding> = {}): Finding => ({
    rule: "sqs-encrypted",
    severity: "high",
    status: "violation",
    urn: `urn:pulumi:prod::bank::${QUEUE}::queue-${index}`,
    property: "kmsMasterKeyId",
    message: `is wrong in way ${index}. Fix: Mend it.`,
    ...more,
});

describe("a report on a pull request", () => {
    it("is whole when it fits", () => {
        const { text, whole } = asMarkdown(reportOf(3), "report.whole.md");
        assert.equal(whole, undefined);
        assert.doesNotMatch(text, /… and \d+ more/);
    });

    it("is cut where it matters least, says how much, and where the whole is", () => {
        const { text, whole = "" } = asMarkdown(reportOf(900, { findings: [finding(1)] }), "report.whole.md");
        assert.ok(Buffer.byteLength(text) <= 65_536, `${Buffer.byteLength(text)} bytes`);
        assert.ok(Buffer.byteLength(whole) > 65_536);
        assert.match(text, /The whole is in `report\.whole\.md`/);
        assert.match(text, /`sqs-encrypted` \(high\): `kmsMasterKeyId` is wrong in way 1/);
        assert.match(text, /… and \d+ more/);
        const kept = (title: string) => new RegExp(`#### ${title}[^#]*`).exec(text)?.[0].split("\n- ").length ?? 0;
        const changed = /<summary>Changed: 900<\/summary>[^<]*/.exec(text)?.[0].split("\n- ").length ?? 0;
        assert.ok(kept("Data deleted, replaced or kept for less") > changed, `${kept("Data")} and ${changed}`);
        assert.equal(text.split("<details>").length, text.split("</details>").length);
    });

    it("fits however little there is room for", () => {
        const findings = Array.from({ length: 400 }, (_, index) => finding(index, { rule: `rule-${index}` }));
        for (const most of [2_000, 8_000, 30_000]) {
            const { text } = asMarkdown(reportOf(400, { findings }), "whole.md", most);
            assert.ok(Buffer.byteLength(text) <= most, `${Buffer.byteLength(text)} of ${most} bytes`);
        }
    });

    it("is one entry for what is the same about several resources", () => {
        const same = [1, 2, 3].map((index) => finding(index, { message: "is wrong. Fix: Mend it." }));
        const { text } = asMarkdown(reportOf(4, { findings: same }), "whole.md");
        assert.equal(text.split("sqs-encrypted").length - 1, 1);
        for (const index of [1, 2, 3]) assert.match(text, new RegExp(`  - \`${QUEUE}::queue-${index}\``));
    });
});

describe("every form of a report", () => {
    const evil = "\u0000\u001b[31m</failure>]]>&\"'\n`x` | <b>\ud83d\ude00\ud800";
    const report = reportOf(2, { findings: [finding(1, { message: evil })], errors: [evil] });

    it("stays well-formed whatever a program says", () => {
        assertReport(formatted(report, "json"));
        assertSarif(formatted(report, "sarif"));
        assertXml(asJunit(report));
    });

    it("of tests has a case for each guardrail, and none that passed where the preview failed", () => {
        const counts = assertXml(asJunit(report));
        assert.equal(counts.failure, 1);
        assert.equal(counts.error, 1);
        assert.equal(counts.testcase, (counts.skipped ?? 0) + 2);
        const clean = assertXml(asJunit(reportOf(1)));
        assert.deepEqual([clean.failure, clean.error, clean.skipped], [undefined, undefined, undefined]);
        assert.equal(clean.testcase, counts.testcase);
    });

    it("on the terminal holds 80 columns", () => {
        const long = reportOf(60, { findings: [finding(1, { urn: `urn:pulumi:prod::bank::${"x".repeat(300)}::y` })] });
        assert.deepEqual(
            asTerminal(long)
                .split("\n")
                .filter((line) => line.length > 80),
            [],
        );
    });
});

describe("the files of a report", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "reports-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    const written = async (report: Report, values: Record<string, string>, secrets: readonly string[] = []) => {
        const printed = new PassThrough();
        let text = "";
        printed.on("data", (chunk) => {
            text += chunk;
        });
        await writeReports(report, await outputsOf({ format: "text", ...values }), secrets, printed);
        return text;
    };

    it("are written in one run, and what is printed is the report alone", async () => {
        const names = { json: "a.json", markdown: "b/b.md", sarif: "c.sarif", junit: "d.xml" };
        const values = Object.fromEntries(Object.entries(names).map(([form, name]) => [form, join(folder, name)]));
        assertReport(await written(reportOf(1), { ...values, format: "json" }));
        assertReport(read("a.json"));
        assertSarif(read("c.sarif"));
        assertXml(read("d.xml"));
        assert.match(read("b/b.md"), /^## /);
    });

    it("have the whole of a comment beside it only when it was cut", async () => {
        const values = { markdown: join(folder, "comment.md") };
        await written(reportOf(900), values);
        assert.ok(read("comment.whole.md").length > 65_536);
        await written(reportOf(1), values);
        assert.ok(!existsSync(join(folder, "comment.whole.md")));
    });

    it("show no secret that is known, however it is written there", async () => {
        const secret = 'qx7"zk9\\<&>`@x';
        const told = reportOf(1, {
            findings: [finding(0, { message: `holds ${secret}.` })],
            errors: [`the program said ${secret}`],
        });
        const forms = ["json", "markdown", "sarif", "junit"];
        const values = Object.fromEntries(forms.map((form) => [form, join(folder, form)]));
        const printed = await written(told, values, [secret]);
        for (const text of [printed, ...forms.map(read)]) {
            assert.doesNotMatch(text, /qx7|zk9/);
            assert.match(text, /\\?\[secret\\?\]/);
        }
    });

    it("are refused before the run where they cannot be written", async () => {
        writeFileSync(join(folder, "file"), "");
        await assert.rejects(outputsOf({ format: "text", sarif: join(folder, "file", "x.sarif") }), {
            message: /Cannot write .*x\.sarif/,
        });
    });
});
