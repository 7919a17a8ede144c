import assert from "node:assert/strict";
import { needsOf } from "../../../operations/quotas/needs.ts";
import { bootstrap } from "../../../operations/rehearse/checks/bootstrap.ts";
import { credentials } from "../../../operations/rehearse/checks/credentials.ts";
import { dataPipeline } from "../../../operations/rehearse/checks/data-pipeline.ts";
import { guardrails } from "../../../operations/rehearse/checks/guardrails.ts";
import { namedIn } from "../../../operations/rehearse/checks/looks.ts";
import { model } from "../../../operations/rehearse/checks/model.ts";
import { names } from "../../../operations/rehearse/checks/names.ts";
import { preview } from "../../../operations/rehearse/checks/preview.ts";
import { quotas } from "../../../operations/rehearse/checks/quotas.ts";
import { settings } from "../../../operations/rehearse/checks/settings.ts";
import { times } from "../../../operations/rehearse/checks/times.ts";
import type { Outcome } from "../../../operations/rehearse/outcome.ts";
import type { Check, Situation } from "../../../operations/rehearse/situation.ts";
import { settingsOf } from "../../../stacks/settings-of.ts";
import { FakeAccount } from "../../support/fake-account.ts";
import { judged, theSituation } from "./situation.ts";

/** What a step says, a line for each outcome. */
async function said(check: Check, changes: Partial<Situation> = {}): Promise<string[]> {
    return (await check.look(theSituation(changes))).map(lineOf);
}

function lineOf(outcome: Outcome): string {
    if (outcome.state === "done") return `done: ${outcome.says}`;
    if (outcome.state === "left") return `left: ${outcome.why} | ${outcome.instead}`;
    return `fails: ${outcome.what} ${outcome.value} | ${outcome.fix}`;
}

const failing = (lines: readonly string[]) => lines.filter((line) => line.startsWith("fails"));

describe("the rehearsal of settings", () => {
    it("names each value that is still the example's", async () => {
        const lines = failing(await said(settings));
        for (const line of [
            /Pulumi\.prod\.yaml: aws:allowedAccountIds\[0\] is 222222222222, an account of the example/,
            /azure-native:tenantId is 22222222-2222-4222-8222-222222222222, an id of the example/,
            /alertSubscriptions\.fraud\[0\]\.endpoint is fraud-desk-prod@bank\.example, an address of \.example/,
            /infra\/bootstrap\/Pulumi\.prod\.yaml: compliance-platform-bootstrap:repository is bank-example@/,
        ]) {
            assert.ok(
                lines.some((one) => line.test(one)),
                `${line} in\n${lines.join("\n")}`,
            );
        }
    });

    it("lets values of a bank's own pass", async () => {
        const own = {
            "aws:region": "eu-west-1",
            "aws:allowedAccountIds": ["471923806155"],
            "azure-native:location": "westeurope",
            "azure-native:tenantId": "0f2c9d4e-61b7-4a83-9c55-d0a1e7b3f426",
            "azure-native:subscriptionId": "9be47a10-2d3c-4f68-8e21-57c6a0d9b384",
        };
        const backend = "s3://compliance-platform-state-471923806155?region=eu-west-1";
        const state = await judged("bootstrap");
        const resources = state.resources.map((one) =>
            one.name === "state" && /Bucket$/.test(one.type)
                ? { ...one, inputs: { bucket: "compliance-platform-state-471923806155" } }
                : one,
        );
        const lines = await said(settings, {
            config: { ...own, "compliance-platform:stateBackend": backend },
            bootstrapConfig: own,
            bootstrap: async () => ({ ...state, resources }),
        });
        assert.deepEqual(failing(lines), []);
        assert.match(lines.join(), /^done: .*are complete$/);
    });

    it("names what the two files say differently, and a state that lies elsewhere", async () => {
        const { config } = theSituation();
        const lines = await said(settings, {
            config: { ...config, "aws:region": "eu-central-1", "compliance-platform:stateBackend": "s3://other" },
        });
        assert.ok(
            lines.some((one) =>
                /bootstrap\/Pulumi\.prod\.yaml: aws:region is "eu-west-1", but "eu-central-1"/.test(one),
            ),
        );
        assert.ok(
            lines.some((one) => /stateBackend is "s3:\/\/other" \| Write s3:\/\/compliance-platform-state-/.test(one)),
        );
    });

    it("names a file of bootstrap that is missing", async () => {
        assert.match(
            (await said(settings, { bootstrapConfig: undefined })).join(),
            /infra\/bootstrap\/Pulumi\.prod\.yaml is missing/,
        );
    });

    it("tells each fault that the program finds, with its value and what is right", async () => {
        const { report, resources } = await judged("platform");
        const error =
            '2 faults in the settings of the stack "prod":\n  Pulumi.prod.yaml: aws:region is missing; it must be an AWS region\n' +
            "  stacks/prod.ts: records.lockDays is 0; it must be a whole number of days from 1 to 36500";
        const lines = failing(
            await said(settings, { platform: async () => ({ report: { ...report, errors: [error] }, resources }) }),
        );
        assert.deepEqual(lines.slice(0, 2), [
            "fails: Pulumi.prod.yaml: aws:region is missing | Write an AWS region.",
            "fails: stacks/prod.ts: records.lockDays is 0 | Write a whole number of days from 1 to 36500.",
        ]);
    });
});

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

describe("the rehearsal of what the program says", () => {
    it("finds times that are over, and lets a budget begin with its month", async () => {
        const { report, resources } = await judged("platform");
        const [budget] = resources.filter(({ type }) => type === "azure-native:consumption:Budget");
        assert.ok(budget !== undefined);
        const at = async (inputs: Record<string, unknown>) =>
            failing(await said(times, { platform: async () => ({ report, resources: [{ ...budget, inputs }] }) }));
        assert.deepEqual(
            await at({ timePeriod: { startDate: "2026-06-01T00:00:00Z" }, startTime: "2026-06-16T00:00:00Z" }),
            [],
        );
        assert.equal((await at({ timePeriod: { startDate: "2026-05-01T00:00:00Z" } })).length, 1);
        assert.deepEqual(await at({ startTime: "2026-06-14T00:00:00Z" }), [
            "fails: Budget::exchange: startTime is 2026-06-14T00:00:00Z, which is over | Write a time to come, or leave it out.",
        ]);
        assert.deepEqual(await at({ description: "since 2020", version: "2012-10-17" }), []);
    });

    it("finds what breaks a guardrail, in the platform and in what comes before it", async () => {
        assert.match((await said(guardrails)).join(), /^done: \d+ guardrails over \d+ resources$/);
        const found = await judged("bootstrap");
        const urn = "urn:pulumi:prod::p::aws:s3/bucket:Bucket::state";
        const finding = {
            rule: "s3-encrypted",
            severity: "high",
            status: "violation",
            urn,
            property: "sse",
            message: "is not set. Fix: Set it.",
        } as const;
        const lines = await said(guardrails, {
            bootstrap: async () => ({ ...found, report: { ...found.report, findings: [finding] } }),
        });
        assert.deepEqual(failing(lines), [
            "fails: s3-encrypted: aws:s3/bucket:Bucket::state sse is not set. | Set it.",
        ]);
    });

    it("previews on stand-ins where no account is to be reached, and says what that leaves", async () => {
        const asked: boolean[] = [];
        const report = { ...(await judged("platform")).report, advice: ["Mend it."] };
        const run = (errors: string[]) => async (offline: boolean) => {
            asked.push(offline);
            return { ...report, errors } as never;
        };
        const lines = await said(preview, { preview: run([]) });
        assert.match(
            lines.join("\n"),
            /^done: \d+ resources on stand-ins, under every guardrail\nleft: the preview against the state/,
        );
        assert.deepEqual(failing(await said(preview, { preview: run(["it broke"]) })), [
            "fails: the engine on stand-ins: it broke | Mend it.",
        ]);
        assert.deepEqual(asked, [true, true]);
    });
});
