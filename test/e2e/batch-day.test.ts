import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
    CreateModelPackageCommand,
    DescribeTrainingJobCommand,
    ListTrainingJobsCommand,
    SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import type { ConsoleState, Registry } from "../../console/state.ts";
import { servingArtefact } from "../../functions/adapters/serving-model.ts";
import { type Clients, localClients } from "../../local/services/clients.ts";
import { openConsole } from "../../operations/console/open-console.ts";
import { type BatchDay, failedSteps, runBatchDay } from "../../operations/start/batch/batch-day.ts";
import { ORCHESTRATORS, type Orchestrator } from "../../operations/start/batch/orchestrators.ts";
import { createPlatform } from "../../operations/start/bring-up.ts";
import { Exchange } from "../../operations/start/exchange.ts";
import { Intake } from "../../operations/start/intake.ts";
import { LOCAL, type LocalCloud, openLocalCloud } from "../../operations/start/local-cloud.ts";
import { platformOutputs } from "../../operations/start/platform-outputs.ts";
import { readLabels } from "../../operations/start/quality.ts";
import { readSamples } from "../../operations/start/sample-files.ts";
import { startDue } from "../../operations/start/schedules.ts";
import { TimedStory } from "../../operations/start/timed-story.ts";
import { paths } from "../../tools/paths.mjs";
import { secretsIn } from "../support/secrets.ts";
import { logLines } from "./support/everything.ts";
import { runStep } from "./support/run-step.ts";
import { silentStream } from "./support/silent-stream.ts";

const { signal } = new AbortController();
const MINUTE = 60_000;
const SAMPLES = join(paths.root, "samples");
const ENDPOINT = "compliance-local-fraud";

interface Day {
    batch: BatchDay;
    /** What the endpoint serves before a person has approved the candidate, and after. */
    before: string | undefined;
    served: string | undefined;
    candidate: string;
    /** What the console says of the registry, before and after. */
    said: Registry[];
}

/** The time of this machine, and how far a test is ahead of it. */
class Clock {
    ahead = 0;
    readonly now = () => Date.now() + this.ahead;
}

describe("a batch day", () => {
    const environment = { ...process.env };
    const days = new Map<Orchestrator, Day>();

    before(async () => {
        for (const orchestrator of ORCHESTRATORS) days.set(orchestrator, await dayOf(orchestrator));
    });
    after(() => {
        for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
        Object.assign(process.env, environment);
    });
    const dayBy = (orchestrator: Orchestrator) => days.get(orchestrator) as Day;

    for (const orchestrator of ORCHESTRATORS) {
        it(`runs every workflow to its end by ${orchestrator}`, () => {
            const { batch } = dayBy(orchestrator);
            assert.deepEqual(
                batch.workflows.map(({ workflow }) => workflow),
                ["balance", "books", "insight", "intake"],
            );
            assert.deepEqual(failedSteps(batch), []);
            assert.ok(batch.decided > 50);
            const { from, to, fault } = batch.samplesReported ?? {};
            assert.equal(fault, undefined);
            const days = new Set(batch.reports.map((one) => `${one.from} ${one.to}`));
            assert.deepEqual([batch.reports.length, days.size, days.has(`${from} ${to}`)], [6, 2, true]);
            const found = batch.reports.filter((one) => one.from === from).flatMap(({ files }) => files);
            for (const query of ["suspicious-activity", "threshold-reports", "decisions-explained"]) {
                assert.ok((found.find((file) => file.query === query)?.rows ?? 0) > 0, query);
            }
            assert.deepEqual(
                batch.learning.trainings.map(({ status }) => status),
                ["Completed"],
            );
            assert.equal(batch.learning.judged.length, 1);
        });

        it(`puts a candidate behind the endpoint by the hourly schedule of ${orchestrator} once an officer approved it in the console`, () => {
            const { before: unapproved, served, candidate, said } = dayBy(orchestrator);
            assert.match(unapproved ?? "", /\/starter\//);
            assert.equal(served, candidate);
            assert.deepEqual(
                said.map(({ serving, versions }) => [
                    serving,
                    ...versions.map(({ state, serves, by }) => [state, serves, by]),
                ]),
                [
                    ["the first model", ["waits", false, undefined]],
                    ["version 1", ["approved", true, "c.weber"]],
                ],
            );
        });
    }

    it("gives the same reports, the same judgement of the candidate and the same books by either orchestrator", () => {
        const [first, second] = ORCHESTRATORS.map((orchestrator) => comparable(dayBy(orchestrator).batch));
        assert.deepEqual(second, first);
    });
});

/**
 * Without what is named after the run itself, and without what depends on how much was known when a transaction was looked
 * at, hence on what came before what: the bytes of the explanations, and figures of a candidate over a handful of cases.
 */
function comparable({ reports, learning, workflows, decided }: BatchDay) {
    const { prepared, judged, versions } = learning;
    const answers = reports.map(({ files, ...report }) => ({
        ...report,
        files: files.map(({ sha256, ...file }) => ({
            ...file,
            ...(file.query !== "decisions-explained" && { sha256 }),
        })),
    }));
    const judgements = judged.map(({ faults }) => ({ isBetter: faults.length === 0 }));
    return { reports: answers, workflows, decided, prepared, judgements, versions };
}

async function dayOf(orchestrator: Orchestrator): Promise<Day> {
    const folder = mkdtempSync(join(tmpdir(), "batch-day-e2e-"));
    const servicesFile = join(folder, "services.json");
    const places = { state: join(folder, "state"), store: join(folder, "store"), servicesFile };
    const clock = new Clock();
    const cloud = await openLocalCloud({ ...places, orchestrator, now: clock.now });
    try {
        await createPlatform(cloud, new TimedStory(signal, silentStream()), signal);
        const clients = localClients(servicesFile);
        // The step that asks Azure for the sets watches their runs to the end.
        const exchange = await Exchange.of(cloud, clients, places.store);
        await exchange.put(join(SAMPLES, "supplementary"));
        const day = await liveThrough(cloud, clients, orchestrator, clock);
        const lines = await logLines(clients);
        assert.ok(lines.some(({ place }) => place.includes("receive")) && lines.length > 100);
        for (const { place, text } of lines) assert.deepEqual(secretsIn(text), [], place);
        clients.close();
        return day;
    } finally {
        await cloud.remove();
        rmSync(folder, { recursive: true, force: true });
    }
}

async function liveThrough(
    cloud: LocalCloud,
    clients: Clients,
    orchestrator: Orchestrator,
    clock: Clock,
): Promise<Day> {
    const { ledgerTable, ...outputs } = await platformOutputs(cloud.stack);
    const intake = new Intake(clients, { ledgerTable, ...outputs });
    await intake.feed(await readSamples(join(SAMPLES, "transactions")));
    await intake.settle(() => undefined, signal);
    const labels = await readLabels(join(SAMPLES, "expected", "labels.csv"));
    const args = { cloud, clients, orchestrator, ledgerTable, labels, signal };
    const batch = await runBatchDay({ ...args, alerted: intake.observer.ledger.alerted });
    const console = await openConsole({
        ...{ stack: LOCAL, clients, quickSight: cloud.quickSight, outputs: { ledgerTable, ...outputs } },
        observer: intake.observer,
    });
    try {
        return { batch, ...(await approve(clients, cloud, clock, console.address)) };
    } finally {
        await console.close();
    }
}

/**
 * Proposes what was trained as a version of its own, tries it unapproved, approves it in the console as an officer does, and
 * lets an hour pass until the schedule's next run.
 */
async function approve(
    clients: Clients,
    cloud: LocalCloud,
    clock: Clock,
    address: string,
): Promise<Omit<Day, "batch">> {
    const sagemaker = clients.of(SageMakerClient);
    const { TrainingJobSummaries = [] } = await sagemaker.send(new ListTrainingJobsCommand({}));
    const { TrainingJobName } = TrainingJobSummaries[0] ?? {};
    const job = await sagemaker.send(new DescribeTrainingJobCommand({ TrainingJobName }));
    const candidate = job.ModelArtifacts?.S3ModelArtifacts ?? "";
    const Containers = [{ Image: job.AlgorithmSpecification?.TrainingImage, ModelDataUrl: candidate }];
    const csv = { SupportedContentTypes: ["text/csv"], SupportedResponseMIMETypes: ["text/csv"] };
    await sagemaker.send(
        new CreateModelPackageCommand({
            ModelPackageGroupName: ENDPOINT,
            ModelApprovalStatus: "PendingManualApproval",
            InferenceSpecification: { Containers, ...csv },
        }),
    );
    await runStep(clients, "promote");
    const before = await servingArtefact(sagemaker, ENDPOINT);
    const waiting = await registryIn(address);
    await ask(address, "/api/approvals", { version: 1, decision: "approve", by: "c.weber" });
    await startDue(cloud, clock.now());
    clock.ahead += 60 * MINUTE;
    let served: string | undefined;
    while (served !== candidate) {
        await startDue(cloud, clock.now());
        clock.ahead += MINUTE;
        served = await servingArtefact(sagemaker, ENDPOINT);
    }
    let approved = await registryIn(address);
    while (approved.serving === waiting.serving) approved = await registryIn(address);
    return { before, served, candidate, said: [waiting, approved] };
}

/** What the page of the console gets, and what it sends. */
async function ask<T>(address: string, path: string, sent?: object): Promise<T> {
    const [origin, token = ""] = address.split("/#");
    const headers = { "x-console-token": token, "content-type": "application/json" };
    const post = sent && { method: "POST", body: JSON.stringify(sent) };
    const response = await fetch(`${origin}${path}`, { headers, ...post });
    assert.equal(response.status, 200, path);
    return (await response.json()) as T;
}

async function registryIn(address: string): Promise<Registry> {
    const { model } = await ask<ConsoleState>(address, "/api/state?after=0");
    assert.ok(model.registry);
    return model.registry;
}
