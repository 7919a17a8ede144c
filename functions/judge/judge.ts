import { Judged, LEARNING, Manifest, readAs } from "../../contract/model/learning.ts";
import { ModelError } from "../../model/artefact/booster.ts";
import type { Ensemble } from "../../model/explain/ensemble.ts";
import { shortcomings } from "../../model/judgement/better.ts";
import type { Figures } from "../../model/judgement/figures.ts";
import { readArtefact } from "../adapters/artefact.ts";
import { judgedOn, readCases } from "./cases.ts";
import type { Job, Ports } from "./ports.ts";

/** The model that serves cannot be read, so nothing can be held against it. */
export class ChampionError extends Error {
    override readonly name = "ChampionError";
}

/** What a run came to, for people and the log. */
export interface Outcome {
    job?: string;
    /** Whether people are asked to approve a version. */
    proposed: boolean;
    reason: string;
}

/** What is kept of a judgement, and told. */
interface Report {
    job: string;
    judgedAt: string;
    /** When what was learnt was prepared. */
    preparedAt: string;
    champion: Figures | undefined;
    challenger: Figures | undefined;
    /** Why people are not asked; empty when they are. */
    faults: string[];
    version?: string;
}

/**
 * Holds the newest training against the model that serves, on accounts that neither learnt from, and proposes it if it is
 * better and nobody is worse off. Each training is judged once. A run that dies is made up for by the next: a version that
 * was proposed already is found, the report has one name, and the mark that ends it comes last.
 */
export async function judge(ports: Ports, now: string): Promise<Outcome> {
    const { trainings, model } = ports;
    const idle = (reason: string): Outcome => ({ proposed: false, reason });
    const manifest = readAs(Manifest, await model.read(LEARNING.manifest));
    if (manifest === undefined) return idle("nothing was prepared to learn from yet");
    const job = await trainings.newest(manifest.madeAt);
    if (job === undefined) return idle(`no training of what was prepared on ${manifest.madeAt} is done`);
    const judged = readAs(Judged, await model.read(LEARNING.judged));
    if (judged?.job === job.name) return { job: job.name, ...idle("it was judged already") };

    const report = await reportOn(job, manifest, ports, now);
    const better = report.faults.length === 0;
    const version = better ? await proposeOnce(job, report, ports) : undefined;
    const whole = { ...report, ...(version !== undefined && { version }) };
    await model.write(
        `learning/reports/${job.name}.json`,
        `${JSON.stringify(whole, undefined, 4)}\n`,
        "application/json",
    );
    const subject = better
        ? "Fraud model: a better candidate waits for approval"
        : "Fraud model: candidate not proposed";
    await ports.operations.publish(subject, { type: "model-judged", ...whole });
    const mark: Judged = { madeAt: manifest.madeAt, job: job.name };
    await model.write(LEARNING.judged, `${JSON.stringify(mark)}\n`, "application/json");
    return { job: job.name, proposed: better, reason: better ? `proposed as ${version}` : report.faults.join("; ") };
}

async function reportOn(job: Job, manifest: Manifest, ports: Ports, now: string): Promise<Report> {
    const cases = await readCases(manifest, ports.model);
    const about = { job: job.name, judgedAt: now, preparedAt: manifest.madeAt };
    const address = await ports.trainings.champion();
    const champion = address === undefined ? undefined : judgedOn(cases, await championAt(address, ports));
    try {
        const challenger = judgedOn(cases, await readArtefact(job.artefact, ports.bucket, ports.model));
        const faults =
            champion === undefined
                ? ["no model serves that it could be held against; name it as compliance-platform:modelArtifact"]
                : shortcomings(champion, challenger);
        return { ...about, champion, challenger, faults };
    } catch (error) {
        // What cannot be read will not become readable, so it is judged for good.
        if (!(error instanceof ModelError)) throw error;
        return { ...about, champion, challenger: undefined, faults: [error.message] };
    }
}

async function championAt(address: string, ports: Ports): Promise<Ensemble> {
    try {
        return await readArtefact(address, ports.bucket, ports.model);
    } catch (cause) {
        if (!(cause instanceof ModelError)) throw cause;
        const fix = "put its artefact back, or let the endpoint serve one that can be read";
        throw new ChampionError(`the model that serves, ${address}, cannot be read: ${cause.message}; ${fix}`, {
            cause,
        });
    }
}

async function proposeOnce(job: Job, { champion, challenger }: Report, { trainings }: Ports): Promise<string> {
    const share = (one: number | undefined) => (one === undefined ? "none" : one.toFixed(4));
    const metadata = {
        job: job.name,
        report: `learning/reports/${job.name}.json`,
        recallAtBudget: share(challenger?.recallAtBudget),
        recallAtBudgetOfChampion: share(champion?.recallAtBudget),
        precisionAtBudget: share(challenger?.precisionAtBudget),
        averagePrecision: share(challenger?.averagePrecision),
        averagePrecisionOfChampion: share(champion?.averagePrecision),
    };
    const description = "Finds more fraud within the review budget than the model that serves, and no large group less";
    return (await trainings.proposed(job.name)) ?? (await trainings.propose({ job, description, metadata }));
}
