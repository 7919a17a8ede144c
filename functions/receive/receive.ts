import * as z from "zod/mini";
import { discrepancy } from "../../contract/discrepancy.ts";
import {
    batchKey,
    type SupplementaryManifest,
    type SupplementaryRun,
    supplementaryManifestKey,
} from "../../contract/files/supplementary.ts";
import { batchOf } from "./batch.ts";
import type { End, Landing, Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import type { Request } from "./request.ts";

/** What happened, for the answer, the log and the metrics. */
export type Outcome = { did: "batch" | "complete" | "fail"; rows: number };

const Completion = z.strictObject({ rowsCopied: z.int().check(z.nonnegative()) });
/** Names and codes only: the text of an error may quote the row that caused it. */
const Failure = z.strictObject({
    activity: z.string().check(z.regex(/^[\w -]{1,64}$/)),
    code: z.string().check(z.regex(/^[\w.-]{0,64}$/)),
});

/** Does what a request asks. Whoever asks proves first, to AWS itself, that he may. */
export async function receive({ verb, run, token, body }: Request, ports: Ports, now: Date): Promise<Outcome> {
    const landing = await ports.open(token, run);
    if (verb === "batches") return keepBatch(run, body, landing, ports, now);
    if (verb === "complete") return complete(run, body, landing, ports, now);
    return tellFailure(run, body, ports, now);
}

/** Stored first, counted then: what is counted is there. Sent again, it is the same object and the same row. */
async function keepBatch(run: SupplementaryRun, body: unknown, landing: Landing, { runs }: Ports, now: Date) {
    const { rows, text, sha256 } = batchOf(run.set, body);
    if (await runs.ended(run)) throw new Refusal("run-ended");
    await landing.writeOnce(batchKey(run, sha256), text, "application/x-ndjson");
    await runs.noteBatch(run, { sha256, rows }, now);
    return { did: "batch", rows } as const;
}

/** Makes the set visible, if and only if every row that Data Factory copied is there. May be repeated. */
async function complete(run: SupplementaryRun, body: unknown, landing: Landing, { runs }: Ports, now: Date) {
    const { rowsCopied } = parsed(Completion, body);
    const before = await runs.ended(run);
    if (before !== undefined) return again(before, rowsCopied);
    const batches = await runs.batches(run);
    const rows = batches.reduce((sum, batch) => sum + batch.rows, 0);
    if (rows !== rowsCopied) throw new Refusal("rows-differ", `${rowsCopied} were copied, ${rows} arrived.`);
    if (rows === 0) throw new Refusal("nothing-arrived");
    const manifest: SupplementaryManifest = {
        ...run,
        rows,
        batches: batches.map((batch) => ({ key: batchKey(run, batch.sha256), ...batch })),
        completedAt: now.toISOString(),
    };
    await landing.writeOnce(supplementaryManifestKey(run), JSON.stringify(manifest), "application/json");
    return again(await runs.noteEnd(run, { outcome: "complete", rows }, now), rowsCopied);
}

function again({ outcome, rows }: End, rowsCopied: number) {
    if (outcome !== "complete" || rows !== rowsCopied) throw new Refusal("run-ended");
    return { did: "complete", rows } as const;
}

/** Told before it is noted: a failure that nobody hears of is worse than one told twice. */
async function tellFailure(run: SupplementaryRun, body: unknown, { runs, discrepancies }: Ports, now: Date) {
    const { activity, code } = parsed(Failure, body);
    const detail = `The activity ${activity} of Data Factory failed${code === "" ? "" : ` with ${code}`}.`;
    await discrepancies.publish(
        `Supplementary data: ${run.set}`,
        discrepancy(
            "supplementary-run-failed",
            "receive",
            [`adf:${run.set}/${run.run}`],
            `${detail} The set of the last good run stays.`,
        ),
    );
    await runs.noteEnd(run, { outcome: "failed", rows: 0 }, now);
    return { did: "fail", rows: 0 } as const;
}

function parsed<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.infer<Schema> {
    const { data, error } = schema.safeParse(body);
    if (error === undefined) return data;
    throw new Refusal("invalid-body", `Field ${error.issues[0]?.path.join(".") || "names"} is wrong.`);
}
