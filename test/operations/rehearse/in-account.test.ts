import assert from "node:assert/strict";
import { needsOf } from "../../../operations/quotas/needs.ts";
import { bootstrap } from "../../../operations/rehearse/checks/bootstrap.ts";
import { credentials } from "../../../operations/rehearse/checks/credentials.ts";
import { dataPipeline } from "../../../operations/rehearse/checks/data-pipeline.ts";
import { namedIn } from "../../../operations/rehearse/checks/looks.ts";
import { model } from "../../../operations/rehearse/checks/model.ts";
import { names } from "../../../operations/rehearse/checks/names.ts";
import { quotas } from "../../../operations/rehearse/checks/quotas.ts";
import type { Check, Situation } from "../../../operations/rehearse/situation.ts";
import { settingsOf } from "../../../stacks/settings-of.ts";
import { FakeAccount } from "../../support/fake-account.ts";
import { failing, said } from "./said.ts";
import { judged } from "./situation.ts";

describe("the rehearsal without credentials", () => {
    it("says of each step that needs an account what is left, and fails none of them", async () => {
        for (const check of [credentials, bootstrap, quotas, names, dataPipeline]) {
            const lines = await said(check);
            assert.ok(lines.length > 0 && lines.every((line) => line.startsWith("left")), `${check.name}: ${lines}`);
        }
        assert.match((await said(quotas)).join(), /too little of Lambda, Concurrent executions: 205/);
    });
});

describe("the rehearsal in an account", () => {
    let account: FakeAccount;
    let situation: Partial<Situation>;
    beforeEach(async () => {
        account = await new FakeAccount("222222222222").open();
        const { resources } = await judged("platform");
        for (const { name, asked, needed } of needsOf({ stack: "prod", settings: settingsOf("prod"), resources })) {
            account.quotas.set(asked?.code ?? name, needed);
        }
        situation = { account: async () => account.cloud() };
    });
    afterEach(() => account.close());
    const inAccount = (check: Check, changes: Partial<Situation> = {}) => said(check, { ...situation, ...changes });

    it("misses each thing that bootstrap makes, and no more once it is there", async () => {
        const wanted = namedIn((await judged("bootstrap")).resources);
        assert.ok(wanted.length >= 10 && wanted.some(({ name }) => name === "compliance-platform-state-222222222222"));
        for (const { name } of wanted) account.there.add(name);
        assert.match((await inAccount(bootstrap)).join(), new RegExp(`^done: ${wanted.length} things`));
        for (const { kind, name } of wanted) {
            account.there.delete(name);
            assert.deepEqual(failing(await inAccount(bootstrap)), [
                `fails: the ${kind} ${name} is not there | Follow infra/bootstrap/README.md, steps 1 to 5.`,
            ]);
            account.there.add(name);
        }
    });

    it("finds each name that somebody has already", async () => {
        const chosen = namedIn((await judged("platform")).resources);
        assert.ok(chosen.length >= 5, `${chosen.length} names`);
        assert.deepEqual(failing(await inAccount(names)), []);
        for (const { kind, name } of chosen) {
            account.there.add(name);
            assert.match(failing(await inAccount(names)).join(), new RegExp(`^fails: the ${kind} .* is there already`));
            account.there.clear();
        }
    });

    it("finds a subscription to QuickSight that the stack would make again", async () => {
        assert.match(
            (await inAccount(names)).join(),
            /left: whether another customer of QuickSight is called bank-compliance-prod/,
        );
        account.quickSight = "bank";
        assert.match(
            failing(await inAccount(names)).join(),
            /is there already, as bank \| Set account\.ownsQuickSight to false/,
        );
    });

    it("compares the limits with what the program needs", async () => {
        assert.deepEqual(failing(await inAccount(quotas)), []);
        account.quotas.set("L-D05C8A75", 16);
        assert.deepEqual(failing(await inAccount(quotas)), [
            "fails: EMR Serverless, Max concurrent vCPUs per account is 16; prod needs 256 | Ask for 256 under Service Quotas (emr-serverless, L-D05C8A75), some days before the update.",
        ]);
    });

    it("asks AWS Data Pipeline, and names the setting where it refuses", async () => {
        assert.deepEqual(failing(await inAccount(dataPipeline)), []);
        account.refusals.set("CreatePipeline", {
            type: "AccessDeniedException",
            message: "not available to new customers",
        });
        assert.match(
            failing(await inAccount(dataPipeline)).join(),
            /refuses the account .*"step-functions" in stacks\/prod\.ts/,
        );
    });

    it("finds a model that nobody has put there yet", async () => {
        const artifact = "s3://models/first/model.tar.gz";
        const config = { "compliance-platform:modelArtifact": artifact };
        assert.match(failing(await inAccount(model, { config })).join(), /where nothing lies \| Write starter/);
        account.there.add(artifact);
        assert.deepEqual(await inAccount(model, { config }), [`done: ${artifact} is there`]);
        assert.match((await said(model, { config })).join(), /^left: whether s3:/);
    });
});
