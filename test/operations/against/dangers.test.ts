// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of the program and of the report
import assert from "node:assert/strict";
import { type Repository, repository } from "./support/pull-request.ts";

const PROD = ["--against", "main", "--stack", "prod"];

/** What a change does, from the program to the comment, by the command that the workflow calls. */
describe("a pull request", () => {
    let repo: Repository;
    before(() => {
        repo = repository();
    });
    afterEach(() => repo.reset());
    after(() => repo.remove());

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
});
