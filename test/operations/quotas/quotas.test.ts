import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compare } from "../../../operations/quotas/ask.ts";
import { isShort, needsOf } from "../../../operations/quotas/needs.ts";
import { PAGE, pageOf } from "../../../operations/quotas/page.ts";
import { type Program, programOf } from "../../../operations/quotas/program.ts";
import { asText, lacking } from "../../../operations/quotas/text.ts";
import { settingsOf } from "../../../stacks/settings-of.ts";
import { paths } from "../../../tools/paths.mjs";
import { FakeAccount } from "../../support/fake-account.ts";

const named = (program: Program, name: RegExp) => needsOf(program).filter((need) => name.test(need.name));

describe("the limits that a stack needs", () => {
    let dev: Program;
    let prod: Program;
    before(async () => {
        [dev, prod] = [await programOf("dev"), await programOf("prod")];
    });

    it("are those of its settings, by what the program makes of them", () => {
        const { screen, score, unpack, load, trends, scoring } = settingsOf("prod");
        assert.ok(scoring.endpoint.kind === "instances");
        const queues = 2 * screen.maximumConcurrency + score.maximumConcurrency + score.bulkConcurrency;
        const [concurrency] = named(prod, /Concurrent executions/);
        const parked = prod.resources.filter(
            ({ inputs, type }) => /eventSourceMapping/.test(type) && /park/.test(String(inputs.functionName)),
        );
        const others = prod.resources.filter(({ type }) => type === "aws:lambda/function:Function").length - 5;
        const metered = queues + unpack.maximumConcurrency + load.maximumConcurrency + 2 * parked.length;
        assert.equal(concurrency?.needed, metered + others);
        assert.deepEqual(
            named(prod, /vCPUs|endpoint usage|training/).map(({ name, needed }) => [name, needed]),
            [
                ["Max concurrent vCPUs per account", trends.maximumVcpus],
                [`${scoring.endpoint.instanceType} for endpoint usage`, 2 * scoring.endpoint.maximum],
                [`${scoring.training.instanceType} for training job usage`, 1],
            ],
        );
    });

    it("follow the program: a larger application needs more", () => {
        const resources = prod.resources.map((one) =>
            /emrserverless/.test(one.type) ? { ...one, inputs: { maximumCapacity: { cpu: "512 vCPU" } } } : one,
        );
        assert.equal(named({ ...prod, resources }, /vCPUs/)[0]?.needed, 512);
    });

    it("are of no machine where the model is paid for by the call", () => {
        assert.deepEqual(named(dev, /endpoint usage/), []);
    });

    it("say of each number where it is published", () => {
        for (const { source, needed } of [...needsOf(dev), ...needsOf(prod)]) {
            assert.match(source, /^https:\/\/(docs\.aws\.amazon\.com|learn\.microsoft\.com)\//);
            assert.ok(Number.isInteger(needed) && needed > 0);
        }
    });

    it("are more than a new account has, for concurrency and Spark in production", () => {
        assert.deepEqual(
            needsOf(prod)
                .filter(isShort)
                .map(({ of }) => of),
            ["Lambda", "EMR Serverless"],
        );
    });

    it("stand with the prices on a page that is what the program says", () => {
        const page = readFileSync(join(paths.root, PAGE), "utf8");
        assert.equal(page, pageOf([dev, prod]), "npm run quotas -- --page");
        assert.match(page, /of general knowledge as of 2025-10-31/);
    });
});

describe("what the account has of each limit", () => {
    let account: FakeAccount;
    let program: Program;
    before(async () => {
        program = await programOf("prod");
    });
    beforeEach(async () => {
        account = await new FakeAccount("222222222222").open();
        for (const { name, asked, needed } of needsOf(program)) account.quotas.set(asked?.code ?? name, needed);
    });
    afterEach(() => account.close());
    const asked = () => compare(needsOf(program), account.cloud());

    it("is enough where each is as large as the program needs", async () => {
        const compared = await asked();
        assert.ok(compared.length >= 8, `${compared.length} asked`);
        assert.deepEqual(
            compared.filter(({ had }) => "why" in had),
            [],
        );
        assert.deepEqual(lacking(compared), []);
    });

    it("is asked of Lambda itself, which knows what a new account has", async () => {
        account.concurrency = 10;
        const [short, ...others] = lacking(await asked());
        assert.deepEqual([short?.of, short?.had, others], ["Lambda", { value: 10 }, []]);
        assert.match(asText("prod", needsOf(program), await asked()), /! Lambda, Concurrent executions: 205 of 10 /);
    });

    it("is less for each that is one too small", async () => {
        for (const need of needsOf(program)) {
            if (need.asked === undefined || need.of === "Lambda") continue;
            const key = need.asked.code ?? need.name;
            account.quotas.set(key, need.needed - 1);
            assert.deepEqual(
                lacking(await asked()).map(({ name }) => name),
                [need.name],
            );
            account.quotas.set(key, need.needed);
        }
    });

    it("is unknown, and never enough, where the account says nothing of it", async () => {
        account.quotas.clear();
        const unknown = (await asked()).filter(({ had }) => "why" in had);
        assert.ok(
            unknown.length >= 7 && unknown.every(({ had }) => /NoSuchResource|lists no/.test(JSON.stringify(had))),
        );
        const text = asText("prod", needsOf(program), await asked()).replace(/\s+/g, " ");
        assert.match(text, /nobody knows how many: Service Quotas lists no/);
    });
});
