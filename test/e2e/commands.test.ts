import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SYSTEMS, type Systems } from "../../operations/start/systems/systems.ts";
import { runCommand } from "./support/run-command.ts";

describe("the commands of the README", () => {
    const data = mkdtempSync(join(tmpdir(), "commands-"));
    const run = (...args: string[]) => runCommand(data, ...args);
    const pulumi = (...args: string[]) => run("--pulumi", ...args, "--stack", "local", "--non-interactive");
    after(() => rmSync(data, { recursive: true, force: true }));

    it("npm start -- --once accounts for everything and finds what is expected", async () => {
        const file = join(data, "summary.json");
        const { code, output } = await run("operations/start.ts", "--once", "--json", file);
        assert.equal(code, 0, output);
        const { seconds, quarantinedByReason, quality, systems, batch, alarms, exchange, ...summary } = JSON.parse(
            readFileSync(file, "utf8"),
        );
        const expected = JSON.parse(readFileSync("samples/expected/outcomes.json", "utf8"));
        assert.deepEqual(summary, {
            in: expected.in,
            screened: expected.scored,
            quarantined: expected.quarantined.total,
            duplicates: expected.duplicates,
            scored: expected.scored,
            scoredByModel: expected.scored,
            scoredByRules: 0,
            deadLettered: 0,
            alerts: expected.alerts,
            loaded: expected.scored,
            refusalsLoaded: expected.quarantined.total,
            loadedAll: true,
            balanced: true,
            asExpected: true,
        });
        assert.deepEqual(quarantinedByReason, expected.quarantined.byReason);
        for (const [who, alone] of [
            [quality.run, expected.model],
            [quality.rules, expected.rules],
        ]) {
            for (const [name, figure] of Object.entries(who)) assert.equal(figure, alone[name], name);
        }
        assert.deepEqual(Object.keys(systems), Object.keys(SYSTEMS));
        for (const [name, { did, balanced }] of Object.entries(systems as Systems))
            assert.ok(balanced, `${name} ${did}`);
        assert.equal(batch.workflows.length, 4);
        assert.ok(alarms.evaluated > 100);
        assert.deepEqual([exchange.notBrought, Object.keys(exchange.sets).length], [[], 4]);
        assert.deepEqual([exchange.verdictsWithSets, exchange.verdictsInDoubt], [expected.scored, 0]);
        const steps = [
            "guardrails",
            "services",
            "update",
            "exchange",
            "feeding",
            "processing",
            "batch",
            "alarms",
            "total",
        ];
        assert.deepEqual(Object.keys(seconds), steps);
    });

    for (const stack of ["dev", "prod"]) {
        it(`npm run preview checks ${stack} offline, without a finding`, async () => {
            const file = join(data, `${stack}.json`);
            const args = ["--stack", stack, "--offline", "--format", "json", "--out", file];
            const { code, output } = await run("operations/preview.ts", ...args);
            assert.equal(code, 0, output);
            const [{ resources, findings, rules, errors }] = JSON.parse(readFileSync(file, "utf8")).environments;
            assert.deepEqual({ findings, errors }, { findings: [], errors: [] });
            assert.ok(rules >= 12, `only ${rules} guardrails ran`);
            assert.deepEqual(Object.keys(resources[0]), ["urn", "type", "name", "change"]);
            assert.ok(output.includes(`${rules} guardrails over ${resources.length} resources: 0 violations`), output);
        });
    }

    it("npm run preview checks offline what must exist before a stack, without a finding", async () => {
        for (const stack of ["dev", "prod"]) {
            const args = ["--stack", stack, "--offline", "--bootstrap"];
            const { code, output } = await run("operations/preview.ts", ...args);
            assert.equal(code, 0, output);
            assert.match(output, /compliance:bootstrap:StateBackend/);
            assert.match(output, /: 0 violations, 0 inconclusive/);
        }
    });

    it("npm run pulumi previews, updates, finds a drift and destroys, as plain Pulumi does", async () => {
        const preview = await pulumi("preview", "--policy-pack", "policies");
        assert.equal(preview.code, 0, preview.output);
        const up = await pulumi("up", "--yes");
        assert.equal(up.code, 0, up.output);
        const again = await pulumi("up", "--yes");
        assert.match(again.output, /Resources:\s+\d+ unchanged\s/);
        assert.equal((await pulumi("refresh", "--preview-only", "--expect-no-changes")).code, 0);

        const set = await run("operations/local.ts", "set", "Queue::bulk", "kmsMasterKeyId", '"alias/aws/sqs"');
        assert.equal(set.code, 0, set.output);
        const drift = await pulumi("refresh", "--preview-only", "--diff");
        const changed = [...drift.output.matchAll(/^ +[~+-] (\w+): /gm)].map(([, property]) => property);
        assert.deepEqual(changed, ["kmsMasterKeyId"], drift.output);
        assert.notEqual((await pulumi("refresh", "--preview-only", "--expect-no-changes")).code, 0);

        const local = await run("operations/local.ts");
        assert.match(local.output, /Stack local holds \d+ resources/);
        const destroy = await pulumi("destroy", "--yes");
        assert.equal(destroy.code, 0, destroy.output);
        assert.match((await run("operations/local.ts")).output, /The store holds no resources/);
    });
});
