import { type FileSource, landedFile } from "../../contract/files/landing.ts";
import { manifestKey } from "../../contract/files/manifest.ts";
import { envelopeAttributes } from "../../contract/transaction/envelope.ts";
import { fileOrigin } from "../../contract/transaction/origin.ts";
import { landedJob, namedSafely } from "./file-name.ts";
import { finish, handOver, type Result } from "./finish.ts";
import type { Job } from "./job.ts";
import type { Ports } from "./ports.ts";
import { begun, type Progress } from "./progress.ts";
import { readerOf } from "./reader.ts";
import type { Row } from "./rows/row.ts";
import { type Bytes, hashed, peeked } from "./text/byte-stream.ts";
import { FileFault } from "./text/file-fault.ts";
import { isGzip, unzipped } from "./text/gunzip.ts";

/** Left for handing over or finishing; reading stops when less remains. */
export const RESERVE_MS = 60_000;

/** Rows after which what waits is sent: a chunk of a file may hold tens of thousands of hardly any bytes. */
const FLOW_ROWS = 1000;

/** Unpacked bytes that are verified before another look at the clock. */
const VERIFIED_BYTES = 16 * 1024 * 1024;

/** The time was up before the first new row: handed over like this, the file would go round for ever. */
export class NoProgressError extends Error {
    override readonly name = "NoProgressError";
}

/** Unpacks the files one after another; what the time does not reach is handed over unread. */
export async function unpackAll(jobs: readonly Job[], ports: Ports): Promise<Result[]> {
    const results: Result[] = [];
    for (const job of jobs) {
        const late = results.length > 0 && ports.remainingMs() < RESERVE_MS;
        results.push(late ? await handOver(begun(namedSafely(job, ports), ports), ports) : await unpack(job, ports));
    }
    return results;
}

/**
 * Unpacks one file, or what is left of it. Everything it does may be done again: messages and lines carry the same
 * origins, objects the same keys, and the manifest, written last, says that all is done.
 */
export async function unpack(landed: Job, ports: Ports): Promise<Result> {
    const job = namedSafely(landed, ports);
    if (await ports.manifests.exists(manifestKey(job.key, job.version))) {
        return { state: "done-before", job, discrepancies: [] };
    }
    const progress = begun(job, ports);
    try {
        const file = landedFile(job.key);
        if (file === null) throw new FileFault("unknown-source", "the key names no source and format that is read");
        const bytes = hashed(await whole(job, ports), progress.sha256);
        if (await readRows(file.source, bytes, progress, ports)) return await finish(progress, ports);
    } catch (error) {
        if (!(error instanceof FileFault)) throw error;
        // Copying a faulty file may take as long as reading it did.
        if (ports.remainingMs() >= RESERVE_MS || progress.job.rows === job.rows)
            return await finish(progress, ports, error);
    }
    if (progress.job.rows === job.rows)
        throw new NoProgressError(`the time was up after row ${job.rows} of ${job.key}`);
    return await handOver(progress, ports);
}

/**
 * The bytes of the file, from its first one on. What is packed is unpacked to its end beforehand, since only there its
 * checksum says whether the rows are the sender's: a damaged amount is an amount like any other. What goes on with a file
 * has seen to that when it began.
 */
async function whole(job: Job, ports: Ports): Promise<Bytes> {
    const { head, bytes } = await peeked(await ports.open(landedJob(job, ports)), 2);
    if (!isGzip(head) || job.rows > 0) return bytes;
    let unasked = 0;
    for await (const chunk of unzipped(bytes, ports.limits)) {
        unasked += chunk.length;
        if (unasked < VERIFIED_BYTES) continue;
        unasked = 0;
        if (ports.remainingMs() < RESERVE_MS)
            throw new NoProgressError(`the time was up while ${job.key} was verified`);
    }
    return ports.open(landedJob(job, ports));
}

/** Whether the file was read to its end; false when the time is up. */
async function readRows(source: FileSource, bytes: Bytes, progress: Progress, ports: Ports): Promise<boolean> {
    const { job, bulk, parts, discrepancies, mask } = progress;
    const reader = readerOf(source, unzipped(bytes, ports.limits), ports.limits, ports.conventions?.(job.key));
    const doneBefore = job.rows;
    let number = 0;
    for await (const rows of reader.rows()) {
        for (const row of rows) {
            number++;
            if (number <= doneBefore) continue;
            take(row, number, source, progress, ports);
            if (number % FLOW_ROWS !== 0) continue;
            await parts.flow();
            await bulk.flow();
        }
        await parts.flow();
        await bulk.flow();
        if (ports.remainingMs() < RESERVE_MS) return false;
    }
    const origin = fileOrigin(job.key, job.version, "file");
    for (const { kind, detail } of reader.findings()) discrepancies.note(kind, origin, mask(detail));
    return true;
}

function take(row: Row, number: number, source: FileSource, progress: Progress, ports: Ports): void {
    const { job, bulk, parts, discrepancies, mask } = progress;
    const origin = fileOrigin(job.key, job.version, number);
    const outcome = row.interpret(ports.tokenOf);
    job.rows = number;
    if (outcome.ok) {
        job.sent++;
        const attributes = envelopeAttributes({ origin, receivedAt: job.receivedAt });
        // One flat text: what is put together of parts is kept in parts, and costs the collector more than it saves.
        bulk.add({ body: JSON.stringify(outcome.transaction), attributes }, outcome.transaction.accountId);
        if (outcome.tokenised) {
            discrepancies.note("card-number-tokenised", origin, `${row.place}: an identifier held a card number`);
        }
        return;
    }
    job.quarantined++;
    const { reason, field } = outcome;
    const detail = mask(`${row.place}: ${outcome.detail}`);
    const line = { origin, source, reason, detail, content: row.content(), at: ports.now().toISOString() };
    parts.add(number, field === undefined ? line : { ...line, field });
    discrepancies.note(reason, origin, detail);
}
