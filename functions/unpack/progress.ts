import { createHash, type Hash } from "node:crypto";
import { landedFile } from "../../contract/files/landing.ts";
import { REASONS } from "../../contract/reasons.ts";
import { fileOrigin } from "../../contract/transaction/origin.ts";
import type { OutgoingMessage } from "../adapters/queue.ts";
import { BulkSender } from "./bulk-sender.ts";
import { Discrepancies } from "./discrepancies.ts";
import { nameHeldCard } from "./file-name.ts";
import type { Job } from "./job.ts";
import type { Ports } from "./ports.ts";
import { keptJson, type Mask, maskOf } from "./quarantine/masking.ts";
import { QuarantineParts } from "./quarantine/quarantine-parts.ts";

/** How far a file is, and what is on its way out. */
export interface Progress {
    job: Job;
    sha256: Hash;
    discrepancies: Discrepancies;
    parts: QuarantineParts;
    bulk: BulkSender;
    mask: Mask;
}

export function begun(job: Job, ports: Ports): Progress {
    const discrepancies = new Discrepancies();
    if (job.rows === 0 && nameHeldCard(job, ports)) {
        const origin = fileOrigin(job.key, job.version, "file");
        discrepancies.note("card-number-tokenised", origin, "the name of the file held a card number");
    }
    const progress = {
        job: { ...job, startedAt: job.startedAt ?? ports.now().toISOString() },
        sha256: createHash("sha256"),
        discrepancies,
        parts: new QuarantineParts(ports.quarantine, job),
        mask: maskOf(landedFile(job.key)?.source ?? "unknown"),
    };
    return { ...progress, bulk: new BulkSender(ports.bulk, (message) => putAside(message, progress, ports)) };
}

/** A row that was good and that the guard of the queue stopped: it is one of the refused rows after all. */
function putAside({ body, attributes }: OutgoingMessage, progress: Omit<Progress, "bulk">, ports: Ports): void {
    const { job, discrepancies, parts } = progress;
    job.sent--;
    job.quarantined++;
    const reason = "contains-card-number";
    const origin = attributes.origin?.StringValue ?? "";
    const source = landedFile(job.key)?.source ?? "unknown";
    const at = ports.now().toISOString();
    const row = Number(origin.slice(origin.lastIndexOf("#") + 1));
    parts.add(row, { origin, source, reason, detail: REASONS[reason], content: keptJson(body, progress.mask), at });
    discrepancies.note(reason, origin, REASONS[reason]);
}
