import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assertReport, assertXml } from "../operations/report/support/well-formed.ts";
import { programCopy } from "./support/program-copy.ts";
import { runCommandIn } from "./support/run-command.ts";

/** Planted as a secret of the configuration; the program has it in a tag, in an output and in what the state keeps. */
const CANARY = "canary-4e1c9f";

describe("npm run up", () => {
    const data = mkdtempSync(join(tmpdir(), "up-"));
    const program = programCopy();
    const run = (...args: string[]) => runCommandIn(program.root, data, ...args);
    const reports = join(data, "reports");
    const up = (...args: string[]) =>
        run(
            "operations/up.ts",
            "--stack",
            "local",
            ...args,
            "--json",
            join(reports, "up.json"),
            "--junit",
            join(reports, "up.xml"),
            "--markdown",
            join(reports, "up.md"),
            "--sarif",
            join(reports, "up.sarif"),
        );
    const written = () => readdirSync(reports).map((name) => readFileSync(join(reports, name), "utf8"));
    const report = () => JSON.parse(readFileSync(join(reports, "up.json"), "utf8")).environments[0];

    before(async () => {
        const set = ["config", "set", "--secret", "canary", CANARY, "--stack", "local", "--non-interactive"];
        const { code, output } = await run("--pulumi", ...set);
        assert.equal(code, 0, output);
        program.change(
            "infra/index.ts",
            "export const {",
            'export const canary = new Config().requireSecret("canary");\n\nexport const {',
        );
        program.change("infra/index.ts", "import { getStack } from", "import { Config, getStack } from");
        program.change(
            "infra/ingest/work-queue.ts",
            'tags: { retention: "7-days" }',
            'tags: { retention: "7-days", canary: new Config().requireSecret("canary") }',
        );
        program.change(
            "infra/ingest/work-queue.ts",
            "import { ComponentResource,",
            "import { ComponentResource, Config,",
        );
    });
    after(() => {
        program.remove();
        rmSync(data, { recursive: true, force: true });
    });

    it("changes nothing where nobody can be asked, but for --yes", async () => {
        const { code, output } = await up();
        assert.equal(code, 3, output);
        assert.match(output, /nothing was changed in local\.\n.*add --yes/);
        assert.match((await run("operations/local.ts")).output, /The store holds no resources/);
    });

    it("previews, reports and updates, and shows no secret of configuration, tags and outputs", async () => {
        const { code, output } = await up("--yes");
        assert.equal(code, 0, output);
        assert.ok(output.indexOf("Preview of local") < output.indexOf("Update of local"), output);
        assert.match((await run("operations/local.ts")).output, /Stack local holds \d+ resources/);
        for (const text of [output, ...written()]) assert.ok(!text.includes(CANARY));
        assertReport(readFileSync(join(reports, "up.json"), "utf8"));
        assertXml(readFileSync(join(reports, "up.xml"), "utf8"));
    });

    it("shows what is dangerous against the state, and keeps secrets of the state to itself", async () => {
        const set = ["config", "set", "--secret", "canary", `${CANARY}-more`, "--stack", "local", "--non-interactive"];
        await run("--pulumi", ...set);
        program.change(
            "infra/ingest/work-queue.ts",
            "messageRetentionSeconds: 7 * DAY_SECONDS",
            "messageRetentionSeconds: 6 * DAY_SECONDS",
        );
        const { code, output } = await up();
        assert.equal(code, 3, output);
        const { dangers, changes, compared } = report();
        assert.ok(compared);
        const what = "keeps for 518400 seconds in place of 604800 (messageRetentionSeconds)";
        assert.ok(
            dangers.data.some(
                (one: { resource: string; what: string }) => one.resource === "Queue::bulk" && one.what === what,
            ),
            JSON.stringify(dangers.data),
        );
        const bulk = changes.find(({ name }: { name: string }) => name === "bulk");
        const paths = bulk.properties.map(({ path }: { path: string }) => path).sort();
        assert.ok(
            paths.includes("messageRetentionSeconds") && paths.some((path: string) => /^tags/.test(path)),
            String(paths),
        );
        for (const text of [output, ...written()]) assert.ok(!text.includes(CANARY));
    });

    it("refuses queues without a customer-managed key, which --yes does not pass", async () => {
        program.change("infra/ingest/work-queue.ts", "kmsMasterKeyId: key.arn,", "sqsManagedSseEnabled: true,");
        const { code, output } = await up("--yes");
        assert.equal(code, 2, output);
        assert.match(output, /sqs-encrypted/);
        assert.match(output, /Nothing was changed in local\./);
        assert.doesNotMatch(output, /Update of local/);
    });
});
