import { createHash, type Hash } from "node:crypto";
import type { Discrepancy } from "../../contract/discrepancy.ts";
import { landedFile } from "../../contract/files/landing.ts";
import { type Manifest, manifestKey } from "../../contract/files/manifest.ts";
import { fileLineKey, type QuarantineLine } from "../../contract/files/quarantine.ts";
import { fileOrigin } from "../../contract/transaction/origin.ts";
import { maskedWhereRefused } from "../adapters/card-guard.ts";
import { landedJob } from "./file-name.ts";
import { checkpointBody, type Job } from "./job.ts";
import type { Ports } from "./ports.ts";
import type { Progress } from "./progress.ts";
import { keepMaskedCopy } from "./quarantine/masked-copy.ts";
import { drained, hashed, keptOpen } from "./text/byte-stream.ts";
import type { FileFault } from "./text/file-fault.ts";

/** What became of a file in this invocation. */
export interface Result {
    state: "done-before" | "continued" | "done" | "faulty";
    job: Job;
    /** What was told to the discrepancies topic. */
    discrepancies: readonly Discrepancy[];
}

/** Time that the last steps need once the masked copy is cut short. */
const COPY_RESERVE_MS = 20_000;

/** The next invocation could not be asked to go on. */
export class HandOverError extends Error {
    override readonly name = "HandOverError";
}

/** A file that goes from run to run without an end becomes a dead letter. */
export class LoopError extends Error {
    override readonly name = "LoopError";
}

const HOUR_MS = 3_600_000;

/** Leaves the rest of the file to the next invocation; the checkpoint comes last, when all before it is safe. */
export async function handOver(progress: Progress, ports: Ports): Promise<Result> {
    const { key, startedAt, rows } = progress.job;
    const hours = (ports.now().getTime() - Date.parse(startedAt ?? "")) / HOUR_MS;
    if (hours >= ports.loopHours) {
        throw new LoopError(`${key} was begun ${Math.floor(hours)} hours ago and is at row ${rows}: it is given up`);
    }
    const discrepancies = await settle(progress, ports);
    const [outcome] = await ports.landing.send([{ body: checkpointBody(progress.job), attributes: {} }]);
    if (outcome?.status !== "fulfilled") {
        throw new HandOverError(`the checkpoint of ${progress.job.key} was not taken`, { cause: outcome?.reason });
    }
    return { state: "continued", job: progress.job, discrepancies };
}

/** Ends a file: whole, or with the fault that stopped it. The manifest comes last. */
export async function finish(progress: Progress, ports: Ports, fault?: FileFault): Promise<Result> {
    const { job, mask } = progress;
    let { sha256 } = progress;
    let told: Manifest["fault"];
    if (fault !== undefined) {
        // The reading stopped before the end, so the whole file is hashed while it is copied.
        sha256 = createHash("sha256");
        const position = job.rows === 0 ? "before its first row" : `after row ${job.rows}`;
        told = { reason: fault.reason, detail: `${mask(fault.message)} (${position})` };
        await keepFault(progress, ports, fault, told.detail, sha256);
    }
    const discrepancies = await settle(progress, ports);
    const landed = landedFile(job.key);
    const manifest: Manifest = {
        file: job.key,
        source: landed?.source ?? "unknown",
        format: landed?.format ?? "unknown",
        versionId: job.version,
        rows: job.rows,
        sent: job.sent,
        quarantined: job.quarantined,
        ...(told && { fault: told }),
        sha256: sha256.digest("hex"),
        startedAt: job.startedAt ?? ports.now().toISOString(),
        finishedAt: ports.now().toISOString(),
    };
    const text = maskedWhereRefused(JSON.stringify(manifest));
    await ports.manifests.write(manifestKey(job.key, job.version), text, "application/json");
    return { state: fault === undefined ? "done" : "faulty", job, discrepancies };
}

async function keepFault(
    { job, discrepancies, mask }: Progress,
    ports: Ports,
    fault: FileFault,
    detail: string,
    sha256: Hash,
): Promise<void> {
    const origin = fileOrigin(job.key, job.version, "file");
    const bytes = hashed(await ports.open(landedJob(job, ports)), sha256);
    const enough = () => ports.remainingMs() < COPY_RESERVE_MS;
    await keepMaskedCopy(job, keptOpen(bytes), { writer: ports.quarantine, mask, limits: ports.limits, enough });
    await drained(bytes);
    const line: QuarantineLine = {
        origin,
        source: landedFile(job.key)?.source ?? "unknown",
        reason: fault.reason,
        detail,
        content: "",
        at: ports.now().toISOString(),
    };
    await ports.quarantine.write(
        fileLineKey(job.key, job.version),
        `${maskedWhereRefused(JSON.stringify(line))}\n`,
        "application/x-ndjson",
    );
    discrepancies.note(fault.reason, origin, detail);
}

/** Everything read so far is safe when this returns, and said where it did not fit. */
async function settle({ bulk, parts, discrepancies }: Progress, ports: Ports): Promise<readonly Discrepancy[]> {
    await bulk.drain();
    await parts.flush();
    const told = discrepancies.all();
    for (const one of told) await ports.discrepancies.publish(`${one.kind}: ${one.count} in unpack`, one);
    return told;
}
