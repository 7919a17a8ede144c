import assert from "node:assert/strict";
import { type Repository, repository } from "./support/pull-request.ts";

const AGAINST = ["--against", "main"];
const PROD = ["--against", "main", "--stack", "prod"];

/** What is not as it should be about the program, the clone or the sender, by the command that the workflow calls. */
describe("a pull request", () => {
    let repo: Repository;
    before(() => {
        repo = repository();
    });
    afterEach(() => repo.reset());
    after(() => repo.remove());

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

    it("whose program keeps a secret shows it nowhere, though an error repeats it", async () => {
        const canary = "canary-77b1e0";
        repo.change("infra/ingest/work-queue.ts", "import { ComponentResource,", "import { ComponentResource, secret,");
        repo.change(
            "infra/ingest/work-queue.ts",
            'tags: { retention: "7-days" }',
            `tags: { retention: "7-days", note: secret("${canary}") }`,
        );
        const { report, everything } = await repo.preview(PROD);
        const shown = report.environments[0]?.changes.find(({ name }) => name === "bulk")?.properties;
        assert.deepEqual(shown, [{ path: "tags.note", kind: "add", replaces: false, after: "[secret]" }]);
        assert.ok(!everything.includes(canary));
        repo.write("infra/index.ts", `${repo.read("infra/index.ts")}\nthrow new Error("it is ${canary}");\n`);
        const failed = await repo.preview(PROD);
        assert.match(failed.report.environments[0]?.errors.join() ?? "", /it is \[secret\]/);
        assert.ok(!failed.everything.includes(canary));
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

    it("that mends a program which fails is not stopped by the program of before", async () => {
        const whole = repo.read("infra/index.ts");
        repo.write("infra/index.ts", `${whole}\nthrow new Error("broken on main");\n`);
        repo.git("commit", "--quiet", "--all", "--message", "broken");
        repo.write("infra/index.ts", whole);
        const { code, report, markdown } = await repo.preview(["--against", "HEAD", "--stack", "prod"]);
        assert.equal(code, 0);
        const [prod] = report.environments;
        assert.equal(prod?.compared, false);
        assert.match(prod?.notes.join() ?? "", /The program of before fails on its part, so nothing can be compared/);
        assert.match(markdown, /#### What the comparison lacks/);
    });

    it("that brings a new environment says that all of it is new", async () => {
        const settings = repo.read("Pulumi.dev.yaml");
        repo.delete("Pulumi.dev.yaml");
        repo.git("commit", "--quiet", "--all", "--message", "without dev");
        repo.write("Pulumi.dev.yaml", settings);
        const { code, report } = await repo.preview(["--against", "HEAD", "--stack", "dev"]);
        assert.equal(code, 0);
        const [dev] = report.environments;
        assert.match(dev?.notes.join() ?? "", /The environment is new/);
        assert.deepEqual([...new Set(dev?.changes.map(({ change }) => change))], ["create"]);
    });
});
