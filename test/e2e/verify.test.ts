import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudWatchClient, paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import { DeleteTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import {
    GetTopicAttributesCommand,
    ListSubscriptionsByTopicCommand,
    SetTopicAttributesCommand,
    SNSClient,
    UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { DeleteQueueCommand, ListQueuesCommand, SetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type Clients, localClients } from "../../local/services/clients.ts";
import { type LocalCloud, openLocalCloud } from "../../operations/start/local-cloud.ts";
import type { StepReport, VerifyReport } from "../../operations/verify/report.ts";
import { STEPS } from "../../operations/verify/steps/index.ts";
import { platformPaths } from "../../tools/paths.mjs";
import { type Block, blocksOfPage } from "./support/deployment-page.ts";
import { fillIn } from "./support/fill-in.ts";
import { follow } from "./support/follow-page.ts";
import { holdQueue } from "./support/hold-queue.ts";
import { programCopy } from "./support/program-copy.ts";
import { runCommand } from "./support/run-command.ts";

/** What no stand-in runs of the page; whoever adds a reason adds it here. */
const NOT_ON_STAND_INS = [
    "the test copies its own working tree in place of a clone",
    "the test is one of these",
    "a person logs in to an account",
    "the engine that the set-up builds has no client for a bucket of an account, or for its keys",
];

const page = blocksOfPage();
const onStandIns = page.filter(({ reason }) => reason === undefined);
const says = ({ commands }: Block) => commands.join("\n");

describe("docs/first-deployment.md, followed on stand-ins, and npm run verify at its end", () => {
    const data = mkdtempSync(join(tmpdir(), "verify-e2e-"));
    const evidence = join(data, "evidence.json");
    const folder = programCopy();
    const environment = { ...process.env };
    let cloud: LocalCloud;
    let clients: Clients;
    let outputs: Record<string, string>;

    before(async () => {
        const { state, store, servicesFile } = platformPaths(".", data);
        cloud = await openLocalCloud({ state, store, servicesFile });
        clients = localClients(servicesFile);
    });

    after(async () => {
        clients?.close();
        await cloud?.remove();
        folder.remove();
        rmSync(data, { recursive: true, force: true });
        for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
        Object.assign(process.env, environment);
    });

    it("leaves out no command of the page without a reason", () => {
        assert.deepEqual(
            page.flatMap(({ reason }) => reason ?? []),
            NOT_ON_STAND_INS,
        );
        assert.deepEqual(onStandIns.map(says), [
            "npm run setup",
            "npm run up -- --stack <stack> --rehearse",
            says(onStandIns[2] as Block),
            "npm run up -- --stack <stack>",
            "npm run verify -- --stack <stack>",
        ]);
    });

    // The last one is what the tests below look at, time and again.
    for (const block of onStandIns.slice(0, -1)) {
        it(`gets on by ${block.commands.at(-1)}`, async () => {
            if (/rehearse/.test(says(block))) {
                assert.deepEqual(fillIn(folder.root, "prod"), [
                    "Pulumi.prod.yaml",
                    "infra/bootstrap/Pulumi.prod.yaml",
                    "stacks/prod.ts",
                ]);
            }
            const { code, output } = await follow(block, { root: folder.root, data });
            if (/rehearse/.test(says(block))) {
                // Nothing of what was filled in; an engine that the set-up built serves no account, which it says itself.
                const failing = output.split("\n").filter((line) => /WOULD FAIL: (?!engine: )/.test(line));
                assert.deepEqual(failing, []);
                assert.match(output, /preview\n {2}done: \d+ resources on stand-ins, under every guardrail/);
                assert.ok(code === 2 || code === 3, output);
                return;
            }
            assert.equal(code, 0, output);
            if (/bootstrap/.test(says(block))) {
                const file = readFileSync(join(folder.root, "Pulumi.prod.yaml"), "utf8");
                const [, backend = "nothing"] = /stateBackend: (\S+)/.exec(file) ?? [];
                assert.match(backend, /314159265358/);
                assert.ok(output.includes(`"${backend}"`), output);
            }
        });
    }

    it("ends in a stack that says what the commands need", async () => {
        const found = await cloud.stack.outputs();
        outputs = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]));
        assert.ok(Object.keys(outputs).length > 10);
    });

    async function verify(...args: string[]) {
        const { code, output } = await runCommand(
            data,
            ...["operations/verify.ts", "--stack", "local", "--out", evidence, ...args],
        );
        const report: VerifyReport = JSON.parse(readFileSync(evidence, "utf8"));
        return { code, output, report };
    }

    /** What the one step that was run says, which on a slow machine may take more patience until it is that. */
    async function verdictOf(only: string, says = /./): Promise<{ code: number | null; step: StepReport }> {
        for (const patience of ["8", "60"]) {
            const { code, step } = await verdictAfter(patience, only);
            if (says.test(JSON.stringify(step.verdict))) return { code, step };
        }
        return verdictAfter("600", only);
    }

    async function verdictAfter(patience: string, only: string): Promise<{ code: number | null; step: StepReport }> {
        const { code, output, report } = await verify("--only", only, "--patience", patience);
        const [step, ...rest] = report.steps;
        assert.ok(step !== undefined && rest.length === 0, output);
        assert.equal(step.name, only);
        return { code, step };
    }

    /** All that a run could have left there. */
    async function traces(): Promise<string[]> {
        const { QueueUrls = [] } = await clients.of(SQSClient).send(new ListQueuesCommand({}));
        const { Subscriptions = [] } = await clients
            .of(SNSClient)
            .send(new ListSubscriptionsByTopicCommand({ TopicArn: outputs.operationsTopicArn }));
        const found = [...QueueUrls, ...Subscriptions.map(({ Endpoint = "" }) => Endpoint)];
        for (const bucket of ["landingBucket", "parkedBucket"]) {
            const { Contents = [] } = await clients
                .of(S3Client)
                .send(new ListObjectsV2Command({ Bucket: outputs[bucket] }));
            found.push(...Contents.map(({ Key }) => `${bucket}/${Key}`));
        }
        const pages = paginateDescribeAlarms({ client: clients.of(CloudWatchClient) }, { StateValue: "ALARM" });
        for await (const { MetricAlarms = [] } of pages) {
            found.push(...MetricAlarms.map(({ AlarmName }) => `${AlarmName} in alarm`));
        }
        return found.sort();
    }

    for (const time of ["a first", "a second"]) {
        it(`holds every step ${time} time, and leaves nothing behind`, async () => {
            const before = await traces();
            const { code, output, report } = await verify("--patience", "1200");
            assert.equal(code, 0, output);
            assert.deepEqual(
                report.steps.map(({ name }) => name),
                STEPS.map(({ name }) => name),
            );
            const absent = STEPS.filter(({ lacking }) => lacking !== undefined).length;
            const held = STEPS.length - absent;
            assert.ok(output.includes(`${held} held, 0 failed, 0 cannot tell, ${absent} not here\n`), output);
            assert.deepEqual(await traces(), before);
        });
    }

    it("names the files when the queue lets S3 announce nothing", async () => {
        const { QueueUrls = [] } = await clients
            .of(SQSClient)
            .send(new ListQueuesCommand({ QueueNamePrefix: "landing-" }));
        const QueueUrl = QueueUrls.find((url) => !url.includes("landing-dead"));
        await clients.of(SQSClient).send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: "" } }));
        const { code, step } = await verdictOf("files");
        assert.equal(code, 2);
        assert.equal(step.verdict.state, "failed");
        assert.match(JSON.stringify(step.verdict), /No manifest/);
        assert.deepEqual(step.leftBehind, []);
    });

    it("names the dead letters when nothing takes them away", async () => {
        const { release } = await holdQueue(clients, "incoming-dead");
        const { code, step } = await verdictOf("parked");
        await release();
        assert.deepEqual([code, step.verdict.state], [2, "failed"]);
    });

    it("names scoring when the transactions wait, and cannot tell of what rests on it", async () => {
        const { release } = await holdQueue(clients, "screened");
        const scored = await verdictOf("scored", /The ledger says claimed/);
        const locked = await verdictOf("locked");
        await release();
        assert.deepEqual([scored.code, scored.step.verdict.state], [2, "failed"]);
        assert.match(JSON.stringify(scored.step.verdict), /The ledger says claimed/);
        assert.deepEqual([locked.code, locked.step.verdict.state], [1, "unknown"]);
    });

    it("names the topic that lets no budget in", async () => {
        const TopicArn = outputs.operationsTopicArn;
        const sns = clients.of(SNSClient);
        const { Attributes: { Policy = "{}" } = {} } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
        const { Statement, ...rest } = JSON.parse(Policy);
        const less = { ...rest, Statement: Statement.filter(({ Sid }: { Sid: string }) => Sid !== "AcceptBudgets") };
        const AttributeValue = JSON.stringify(less);
        await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: "Policy", AttributeValue }));
        const { code, step } = await verdictOf("budgets");
        assert.equal(code, 2);
        assert.match(JSON.stringify(step.verdict), /in the policy of the topic [^ ]+\."/);
    });

    it("gets on after the loss of its state, a queue and the ledger, as docs/recovery.md says", async () => {
        const pulumi = (...args: string[]) => runCommand(data, "--pulumi", ...args, "--stack", "local");
        const { state, store } = platformPaths(".", data);
        const backup = join(data, "state.json");
        const exported = await pulumi("stack", "export", "--file", backup);
        assert.equal(exported.code, 0, exported.output);
        rmSync(join(state, ".pulumi", "stacks"), { recursive: true });
        const imported = await pulumi("stack", "import", "--file", backup);
        assert.equal(imported.code, 0, imported.output);
        assert.deepEqual(await cloud.stack.outputs(), outputs);

        // Behind the program: neither the services nor the store have them any more.
        const { incomingQueueUrl: QueueUrl = "", ledgerTable: TableName = "" } = outputs;
        await clients.of(SQSClient).send(new DeleteQueueCommand({ QueueUrl }));
        await clients.of(DynamoDBClient).send(new DeleteTableCommand({ TableName }));
        const kept = readdirSync(join(store, "local"));
        const lost = kept.filter((name) => /^(Queue-incoming|Table-ledger)\./.test(name));
        assert.equal(lost.length, 2, kept.join());
        for (const name of lost) rmSync(join(store, "local", name));

        const refreshed = await pulumi("refresh", "--yes", "--skip-preview", "--non-interactive");
        assert.equal(refreshed.code, 0, refreshed.output);
        const { code, output } = await runCommand(data, "operations/up.ts", "--stack", "local", "--yes");
        assert.equal(code, 0, output);
        const again = await verify("--only", "scored", "--only", "duplicates", "--patience", "1200");
        assert.equal(again.code, 0, again.output);
    });

    it("names the topic that nobody hears", async () => {
        const sns = clients.of(SNSClient);
        const asked = new ListSubscriptionsByTopicCommand({ TopicArn: outputs.fraudTopicArn });
        const { Subscriptions = [] } = await sns.send(asked);
        for (const { SubscriptionArn } of Subscriptions) await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
        const { code, step } = await verdictOf("subscriptions");
        assert.equal(code, 2);
        assert.match(JSON.stringify(step.verdict), /nobody hears of fraud/);
    });
});
