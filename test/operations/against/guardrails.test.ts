import assert from "node:assert/strict";
import { type Repository, repository } from "./support/pull-request.ts";

const AGAINST = ["--against", "main"];
const PROD = ["--against", "main", "--stack", "prod"];
const day = (fromNow: number) => new Date(Date.now() + fromNow * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** What blocks a change and how much of it there is, by the command that the workflow calls. */
describe("a pull request", () => {
    let repo: Repository;
    before(() => {
        repo = repository();
    });
    afterEach(() => repo.reset());
    after(() => repo.remove());

    it("of documents only changes nothing in any environment that has an account", async () => {
        repo.change("README.md", "# Compliance platform", "# The compliance platform");
        const { code, report, markdown, printed } = await repo.preview(AGAINST);
        assert.equal(code, 0, printed);
        assert.deepEqual(
            report.environments.map(({ stack, changes }) => [stack, changes.length]),
            [
                ["dev", 0],
                ["prod", 0],
            ],
        );
        assert.match(markdown, /\| dev \| ✅ nothing changes \| none \|/);
        assert.match(markdown, /\| prod \| ✅ nothing changes \| none \|/);
    });

    it("that opens buckets is blocked by the guardrail, in the comment and in every form", async () => {
        repo.change("infra/storage/bucket-safeguards.ts", "blockPublicAcls: true", "blockPublicAcls: false");
        const { code, report, markdown, sarif, junit } = await repo.preview(PROD);
        assert.equal(code, 2);
        const { exposure = [] } = report.environments[0]?.dangers ?? {};
        assert.ok(exposure.length >= 12 && exposure.every(({ severity }) => severity === "critical"));
        assert.match(markdown, /\| prod \| ❌ 12 guardrail findings block it, 12 exposures gained \|/);
        assert.match(
            markdown,
            /- critical: no longer blocks public access \(blockPublicAcls\)\n {2}- `BucketPublicAccessBlock::/,
        );
        assert.match(
            markdown,
            /- `s3-public-access-blocked` \(critical\): `publicAccessBlock\.blockPublicAcls` is off\./,
        );
        const results = JSON.parse(sarif).runs[0].results as { ruleId: string; level: string }[];
        assert.equal(
            results.filter(({ ruleId, level }) => ruleId === "s3-public-access-blocked" && level === "error").length,
            12,
        );
        assert.match(junit, /<testcase name="s3-public-access-blocked" classname="prod"><failure /);
    });

    it("that breaks a guardrail in both clouds is told of both, with the lines to mend", async () => {
        repo.change("infra/ingest/work-queue.ts", "kmsMasterKeyId: key.arn,", "sqsManagedSseEnabled: true,");
        repo.change(
            "infra/exchange/supplementary-store.ts",
            "allowSharedKeyAccess: false,",
            "allowSharedKeyAccess: true,",
        );
        const { code, report, markdown, printed } = await repo.preview(AGAINST);
        assert.equal(code, 2);
        for (const { stack, findings } of report.environments) {
            const rules = new Set(findings.map(({ rule }) => rule));
            assert.deepEqual([...rules].sort(), ["azure-storage-no-shared-keys", "sqs-encrypted"], stack);
            assert.ok(findings.every(({ place }) => place !== undefined));
        }
        assert.match(
            markdown,
            /`azure-native:storage:StorageAccount::exchange` at `infra\/exchange\/supplementary-store\.ts:\d+:\d+`/,
        );
        assert.match(markdown, /`kmsMasterKeyId`: no longer `\$\{Key::data\.arn\}`/);
        assert.deepEqual(
            printed.split("\n").filter((line) => line.length > 80),
            [],
        );
    });

    it("on a main branch that breaks a guardrail says what was there before", async () => {
        repo.change("infra/ingest/work-queue.ts", "kmsMasterKeyId: key.arn,", "sqsManagedSseEnabled: true,");
        repo.git("commit", "--quiet", "--all", "--message", "worse");
        repo.change("infra/security/platform-key.ts", "enableKeyRotation: true,", "");
        const { code, report, markdown } = await repo.preview(["--against", "HEAD", "--stack", "prod"]);
        assert.equal(code, 2);
        const { findings = [] } = report.environments[0] ?? {};
        const old = (rule: string) => findings.filter((one) => one.rule === rule).map(({ isOld }) => isOld);
        assert.deepEqual([...new Set(old("sqs-encrypted"))], [true]);
        assert.deepEqual([...new Set(old("kms-rotated"))], [undefined]);
        assert.ok(markdown.indexOf("kms-rotated") < markdown.indexOf("sqs-encrypted"));
        assert.match(markdown, /`sqs-encrypted` \(high, was there before\)/);
    });

    it("whose exception has ended is blocked, and one that ends soon is told", async () => {
        repo.change("infra/compute/platform-function.ts", 'tracingConfig: { mode: "Active" },', "");
        const entry = (id: string, resource: string, approved: string, expires: string) =>
            [
                `- id: ${id}`,
                "  rule: lambda-traced",
                `  resource: urn:pulumi:prod::*::${resource}`,
                "  finding: tracingConfig.mode",
                "  category: waiver",
                "  reason: traced elsewhere",
                "  owner: ada@example.com",
                "  approver: grace@example.com",
                "  ticket: RISK-1",
                `  approved: ${approved}`,
                `  expires: ${expires}`,
                "",
            ].join("\n");
        const [ended, soon] = [entry("EX-1", "park", day(-40), day(-1)), entry("EX-2", "screen", day(-40), day(5))];
        repo.write("policies/exceptions.yaml", ended + soon);
        const { code, report, markdown } = await repo.preview(PROD);
        assert.equal(code, 2);
        const { findings = [] } = report.environments[0] ?? {};
        const of = (name: string) =>
            findings.filter(({ urn }) => urn.endsWith(`::${name}`)).map(({ status }) => status);
        assert.deepEqual([of("park"), of("screen")], [["violation"], ["excepted"]]);
        assert.match(markdown, new RegExp(`\`exceptions-valid\` \\(high\\): \`EX-1\` expired on ${day(-1)}`));
        assert.match(markdown, new RegExp(`\`EX-2\` covers 1 finding until ${day(5)}: ends soon`));
        assert.match(markdown, /What decides on changes is itself changed: `policies\/exceptions\.yaml`/);
        assert.deepEqual(report.against?.guards, ["policies/exceptions.yaml"]);
    });

    it("that changes the settings of one environment changes that one alone", async () => {
        repo.change("Pulumi.dev.yaml", "platform-team-dev@bank.example }", "platform-dev@bank.example }");
        const { code, report } = await repo.preview(AGAINST);
        assert.equal(code, 0);
        const counts = report.environments.map(({ stack, changes }) => [stack, changes.length > 0]);
        assert.deepEqual(counts, [
            ["dev", true],
            ["prod", false],
        ]);
    });

    it("that is huge has a comment that fits, and the whole beside it", async () => {
        repo.change("infra/platform.ts", '"compliance:platform:Platform"', '"compliance:platform:Renamed"');
        const { report, markdown, whole } = await repo.preview(AGAINST);
        const deleted = report.environments.map(
            ({ changes }) => changes.filter(({ change }) => change === "delete").length,
        );
        assert.ok(
            deleted.every((count) => count > 600),
            String(deleted),
        );
        assert.ok(Buffer.byteLength(markdown) <= 65_536, `${Buffer.byteLength(markdown)} bytes`);
        assert.match(markdown, /The whole is in `markdown\.whole`/);
        assert.match(markdown, /`Bucket::records`/);
        assert.match(markdown, /… and \d+ more/);
        assert.ok(whole !== undefined && whole.length > 100_000 && !/… and \d+ more/.test(whole));
    });

    it("that cannot know a value before the update is inconclusive, which blocks it", async () => {
        repo.change("infra/ingest/work-queue.ts", "kmsMasterKeyId: key.arn,", "kmsMasterKeyId: unknownYet,");
        repo.change(
            "infra/ingest/work-queue.ts",
            "export interface MessageSource {",
            "const unknownYet = Output.create(unknown as unknown as string);\n\nexport interface MessageSource {",
        );
        repo.write(
            "infra/ingest/work-queue.ts",
            `import { Output, unknown } from "@pulumi/pulumi/output.js";\n${repo.read("infra/ingest/work-queue.ts")}`,
        );
        const { code, report, markdown } = await repo.preview(PROD);
        assert.equal(code, 2);
        const { findings = [] } = report.environments[0] ?? {};
        assert.deepEqual([...new Set(findings.map(({ rule, status }) => `${rule} ${status}`))].sort(), [
            "sqs-encrypted inconclusive",
        ]);
        assert.match(markdown, /#### Inconclusive/);
    });
});
