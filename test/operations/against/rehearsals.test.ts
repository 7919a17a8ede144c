// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of the program and of the report
import assert from "node:assert/strict";
import { type Repository, repository } from "./support/pull-request.ts";

const AGAINST = ["--against", "main"];
const PROD = [...AGAINST, "--stack", "prod"];
const day = (fromNow: number) => new Date(Date.now() + fromNow * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** From a change of the program to the comment, by the command that the workflow calls. */
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

    it("that is safe shows what changes and nothing dangerous", async () => {
        repo.change("stacks/prod.ts", "park: { memoryMegabytes: 256", "park: { memoryMegabytes: 512");
        const { code, report, markdown } = await repo.preview(PROD);
        assert.equal(code, 0);
        const [prod] = report.environments;
        assert.deepEqual(
            prod?.changes.map(({ name, change, properties }) => [name, change, properties]),
            [["park", "update", [{ path: "memorySize", kind: "update", replaces: false, before: 256, after: 512 }]]],
        );
        assert.deepEqual(prod?.dangers, { data: [], permissions: [], exposure: [] });
        assert.match(markdown, /\| prod \| ✅ 1 changed \| 1 changed \| unchanged \|/);
        assert.match(markdown, /`memorySize`: `256` → `512`/);
    });

    it("that replaces a table says first which data goes, and what depends on it", async () => {
        repo.change("infra/ingest/transaction-ledger.ts", 'hashKey: "id"', 'hashKey: "key"');
        repo.change("infra/ingest/transaction-ledger.ts", '{ name: "id", type: "S" }', '{ name: "key", type: "S" }');
        const { report, markdown } = await repo.preview(PROD);
        const [prod] = report.environments;
        assert.deepEqual(
            prod?.dangers.data.map(({ severity, resource, what }) => [severity, resource, what]),
            [
                [
                    "critical",
                    "Table::ledger",
                    "is replaced by a new, empty one (because of hashKey), with all items in it; it is protected, so the update stops there",
                ],
            ],
        );
        assert.match(markdown, /^\| prod \| (⚠️|❌) .*1 danger to data/m);
        assert.ok(markdown.indexOf("Data deleted") < markdown.indexOf("Replaced: 1"), markdown);
        const reach = prod?.reach.find(({ resource }) => resource === "Table::ledger");
        assert.ok(reach?.direct.includes("RolePolicy::screen") && reach.total > 10, JSON.stringify(reach));
    });

    it("that deletes a queue by taking it out of the program says that its messages go", async () => {
        repo.change("infra/ingest/work-queue.ts", "`${name}-dead`,\n            {", "`${name}-failed`,\n            {");
        const { report } = await repo.preview(PROD);
        const gone = report.environments[0]?.dangers.data.map(({ resource, what }) => [resource, what]) ?? [];
        assert.deepEqual(
            gone.find(([resource]) => resource === "Queue::bulk-dead"),
            [
                "Queue::bulk-dead",
                "is deleted, with the messages that wait in it; it is protected, so the update stops there",
            ],
        );
    });

    it("that renames a queue with an alias deletes nothing", async () => {
        repo.change("infra/ingest/work-queue.ts", "`${name}-dead`,\n            {", "`${name}-failed`,\n            {");
        repo.change(
            "infra/ingest/work-queue.ts",
            'tags: { retention: "14-days" },\n            },\n            keep,',
            'tags: { retention: "14-days" },\n            },\n            { ...keep, aliases: [{ name: `${name}-dead` }] },',
        );
        const { report } = await repo.preview(PROD);
        const [prod] = report.environments;
        const deleted = prod?.changes.filter(({ change, type }) => change === "delete" && type.endsWith(":Queue"));
        assert.deepEqual(deleted, []);
        assert.deepEqual(
            prod?.dangers.data.filter(({ what }) => /deleted/.test(what)),
            [],
        );
    });

    it("that widens a role says who may newly do what to what", async () => {
        repo.change(
            "infra/storage/work-bucket.ts",
            'this.onObjects("s3:PutObject")',
            'this.onObjects("s3:PutObject", "s3:DeleteObject")',
        );
        const { report, markdown } = await repo.preview(PROD);
        const { permissions = [] } = report.environments[0]?.dangers ?? {};
        const gained = permissions.map(({ principal, actions, on }) => `${principal} ${actions} ${on}`);
        assert.ok(gained.includes("Role::unpack s3:DeleteObject ${Bucket::quarantine.arn}/*"), gained.join("\n"));
        assert.deepEqual([...new Set(permissions.flatMap(({ actions }) => actions))], ["s3:DeleteObject"]);
        assert.match(
            markdown,
            /- high: `Role::unpack` may now `s3:DeleteObject` on `\$\{Bucket::quarantine\.arn\}\/\*`/,
        );
    });

    it("that writes a permission otherwise, or narrows it, gains nobody anything", async () => {
        repo.change(
            "infra/storage/work-bucket.ts",
            'return [this.onObjects("s3:PutObject"), ...this.key.grantEncrypt()];',
            'return [...this.key.grantEncrypt(), this.onObjects("s3:PutObject", "s3:PutObject")];',
        );
        const { report } = await repo.preview(PROD);
        const [prod] = report.environments;
        assert.ok((prod?.changes.length ?? 0) > 0);
        assert.deepEqual(prod?.dangers.permissions, []);
    });

    it("that lets another account in says so as an exposure", async () => {
        repo.change(
            "infra/exchange/landing-role.ts",
            "                    Statement: [\n",
            '                    Statement: [\n                        { Effect: "Allow", Principal: { AWS: "arn:aws:iam::999999999999:root" }, Action: "sts:AssumeRole" },\n',
        );
        const { report, markdown } = await repo.preview(PROD);
        assert.deepEqual(
            report.environments[0]?.dangers.exposure.map(({ severity, resource, what }) => [severity, resource, what]),
            [["critical", "Role::landing", "lets account 999999999999 do sts:AssumeRole, of another account"]],
        );
        assert.match(markdown, /#### Exposure gained/);
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

    it("whose program throws gets a report that says so and where to look", async () => {
        repo.change(
            "infra/index.ts",
            "const configuration =",
            'if (getStack() !== "") throw new Error("not today");\nconst configuration =',
        );
        const { code, report, markdown, sarif, junit } = await repo.preview(PROD);
        assert.equal(code, 1);
        const [prod] = report.environments;
        assert.match(prod?.errors.join() ?? "", /not today/);
        assert.deepEqual(prod?.advice, ["See the line that fails: npm run guard -- --stack prod."]);
        assert.deepEqual(prod?.changes, []);
        assert.match(markdown, /❌ could not be previewed/);
        assert.match(markdown, /not today/);
        assert.equal(JSON.parse(sarif).runs[0].invocations[0].executionSuccessful, false);
        assert.match(junit, /errors="1"/);
    });

    it("whose sources are no TypeScript gets a report too", async () => {
        repo.change("infra/index.ts", "const configuration =", "const configuration ==");
        const { code, report } = await repo.preview(PROD);
        assert.equal(code, 1);
        assert.match(report.environments[0]?.errors.join() ?? "", /infra\/index\.ts|Expected|Unexpected/);
    });

    it("that keeps logs for less says so, and what that changes", async () => {
        repo.change(
            "stacks/prod.ts",
            "        logDays: 400,\n    },\n    network",
            "        logDays: 365,\n    },\n    network",
        );
        const { code, report } = await repo.preview(PROD);
        assert.equal(code, 0);
        const { data = [] } = report.environments[0]?.dangers ?? {};
        assert.ok(data.length > 10);
        assert.deepEqual(
            [...new Set(data.map(({ what }) => what))],
            ["keeps for 365 days in place of 400 (retentionInDays)"],
        );
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

    it("that costs more says how much", async () => {
        repo.change(
            "stacks/prod.ts",
            'instanceType: "ml.c5.xlarge",\n            minimum: 2',
            'instanceType: "ml.c5.xlarge",\n            minimum: 3',
        );
        const { report, markdown } = await repo.preview(PROD);
        const { difference, items = [] } = report.environments[0]?.cost ?? {};
        assert.equal(difference, 167.9);
        assert.deepEqual(
            items.filter((item) => item.difference !== 0).map((item) => [item.item, item.difference]),
            [["model's endpoint", 167.9]],
        );
        assert.match(markdown, /167\.90 USD more/);
        assert.match(markdown, /list prices .* as of \d{4}-\d\d-\d\d/);
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

    it("of a fork finds no credentials, and is compared all the same", async () => {
        const secret = "AKIAFORKFORKFORKFORK";
        repo.change(
            "infra/index.ts",
            "const configuration =",
            "throw new Error(JSON.stringify(process.env));\nconst configuration =",
        );
        const env = {
            AWS_ACCESS_KEY_ID: secret,
            AWS_SECRET_ACCESS_KEY: secret,
            ARM_CLIENT_SECRET: secret,
            PULUMI_ACCESS_TOKEN: secret,
        };
        const { code, report, everything } = await repo.preview(PROD, env);
        assert.equal(code, 1);
        assert.match(report.environments[0]?.errors.join() ?? "", /PATH/);
        assert.ok(!everything.includes(secret));
    });

    it("that brings markup in its names cannot speak in the comment", async () => {
        repo.change(
            "infra/index.ts",
            "const configuration =",
            'throw new Error("</code><img src=x> @everyone [here](https://evil.example) `x` | y");\nconst configuration =',
        );
        const { markdown } = await repo.preview(PROD);
        const outside = markdown.replace(/(`+)(?:(?!\1).)*?[^`]\1(?!`)/g, "");
        assert.match(markdown, /@everyone/);
        assert.doesNotMatch(outside, /@everyone|<img|\]\(https/);
    });

    it("against a revision that is not in the clone gets a report that says what to fetch", async () => {
        const { code, report, markdown } = await repo.preview(["--against", "origin/main"]);
        assert.equal(code, 1);
        assert.deepEqual(
            report.environments.map(({ stack, errors, advice }) => [stack, errors, advice]),
            ["dev", "prod"].map((stack) => [
                stack,
                ['"origin/main" is not a revision that this clone has.'],
                ["Fetch the revision first: git fetch origin, or actions/checkout with fetch-depth: 0."],
            ]),
        );
        assert.match(markdown, /❌ could not be previewed/);
    });

    it("is compared with where it branched off, not with what others merged since", async () => {
        repo.git("switch", "--quiet", "--create", "theirs");
        repo.change("stacks/prod.ts", "park: { memoryMegabytes: 256", "park: { memoryMegabytes: 512");
        repo.git("commit", "--quiet", "--all", "--message", "theirs");
        repo.git("switch", "--quiet", "main");
        const { report } = await repo.preview(["--against", "theirs", "--stack", "prod"]);
        repo.git("branch", "--quiet", "--delete", "--force", "theirs");
        assert.deepEqual(report.environments[0]?.changes, []);
        assert.equal(report.against?.commit, repo.git("rev-parse", "main").trim());
    });

    it("on top of guardrails that were changed before is compared with the program alone", async () => {
        repo.change("policies/README.md", "# ", "# Former ");
        repo.git("commit", "--quiet", "--all", "--message", "former guardrails");
        repo.git("tag", "former");
        repo.change("policies/README.md", "# Former ", "# ");
        repo.git("commit", "--quiet", "--all", "--message", "guardrails of today");
        repo.change("policies/README.md", "# ", "# Tomorrow's ");
        const { report } = await repo.preview(["--against", "former", "--stack", "prod"]);
        repo.git("tag", "--delete", "former");
        assert.deepEqual(report.environments[0]?.errors, []);
        assert.deepEqual(report.environments[0]?.changes, []);
    });

    it("that raises a library says that its own changes do not show", async () => {
        const installed = repo.read("package-lock.json");
        const lock = JSON.parse(installed);
        lock.packages["node_modules/yaml"].version = "2.0.0";
        repo.write("package-lock.json", JSON.stringify(lock, null, 2));
        repo.git("commit", "--quiet", "--all", "--message", "older");
        repo.write("package-lock.json", installed);
        const { code, report } = await repo.preview(["--against", "HEAD", "--stack", "prod"]);
        assert.equal(code, 0);
        assert.match(
            report.environments[0]?.notes.join() ?? "",
            /Libraries differ, and both programs ran on the new ones.*yaml 2\.0\.0 → 2\.9\.1/,
        );
    });

    it("that takes an environment's settings away says that nothing is deleted by it", async () => {
        repo.delete("Pulumi.dev.yaml");
        const { code, report } = await repo.preview(AGAINST);
        assert.equal(code, 0);
        const [dev] = report.environments;
        assert.deepEqual([dev?.stack, dev?.changes], ["dev", []]);
        assert.match(dev?.notes.join() ?? "", /nobody provisions dev any more/);
    });
});
