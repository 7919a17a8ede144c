import * as z from "zod/mini";
import { discrepancy } from "../../contract/discrepancy.ts";
import { batchKey, MAX_SET_ROWS, type SupplementaryRun } from "../../contract/files/supplementary.ts";
import { batchOf } from "./batch.ts";
import { objectOf } from "./body.ts";
import type { Landing, Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import type { Request } from "./request.ts";
import { show } from "./show.ts";

/** What happened, for the answer, the log and the metrics. */
export type Outcome = { did: "batch" | "complete" | "fail"; rows: number };

const Completion = z.strictObject({ rowsCopied: z.int().check(z.nonnegative()) });
/** Names and codes only: the text of an error may quote the row that caused it. */
const Failure = z.strictObject({
    activity: z.string().check(z.regex(/^[\w -]{1,64}$/)),
    code: z.string().check(z.regex(/^[\w.-]{0,64}$/)),
});

/** Does what a request asks. Whoever asks proves first, to AWS itself, that he may; then his body is read. */
export async function receive({ verb, run, token, body }: Request, ports: Ports, now: Date): Promise<Outcome> {
    const landing = await ports.open(token, run);
    if (verb === "batches") return keepBatch(run, body, landing, ports, now);
    if (verb === "complete") return complete(run, body, landing, ports, now);
    return tellFailure(run, body, landing, ports, now);
}

/** Stored first, counted then: what is counted is there. Sent again, it is the same object and the same row. */
async function keepBatch(run: SupplementaryRun, body: Buffer, landing: Landing, { runs }: Ports, now: Date) {
    const { rows, text, sha256 } = batchOf(run.set, body);
    if (await runs.ended(run)) throw new Refusal("run-ended");
    await landing.writeOnce(batchKey(run, sha256), text, "application/x-ndjson");
    // Where the end came in between, the object stays and is never read: the manifest names what counts.
    if ((await runs.noteBatch(run, { sha256, rows }, now)) !== undefined) throw new Refusal("run-ended");
    return { did: "batch", rows } as const;
}

/**
 * Makes the set visible, if and only if every row that Data Factory copied is there. The end is noted first, because it
 * alone decides between this and a failure; said again, it makes good what a crash left undone.
 */
async function complete(run: SupplementaryRun, body: Buffer, landing: Landing, ports: Ports, now: Date) {
    const { rowsCopied } = objectOf(Completion, body);
    if (rowsCopied > MAX_SET_ROWS) throw new Refusal("set-too-large", `It has ${rowsCopied} of ${MAX_SET_ROWS}.`);
    const { rows, end } = await ports.runs.noteEnd(run, { complete: rowsCopied }, now);
    if (end === undefined && rows === 0) throw new Refusal("nothing-arrived");
    if (end === undefined) throw new Refusal("rows-differ", `${rowsCopied} were copied, ${rows} arrived.`);
    if (end.outcome !== "complete" || rows !== rowsCopied) throw new Refusal("run-ended");
    await show(run, { rows, at: end.at }, landing, ports);
    return { did: "complete", rows } as const;
}

/** Noted first, told then, each time until that is noted too: better told twice than never. */
async function tellFailure(run: SupplementaryRun, body: Buffer, landing: Landing, ports: Ports, now: Date) {
    const { runs, discrepancies } = ports;
    const { activity, code } = objectOf(Failure, body);
    const { rows, end } = await runs.noteEnd(run, "failed", now);
    if (end?.outcome === "complete") {
        // Data Factory missed our answer. The set counts as whole, so it must be there, and nobody is alarmed.
        await show(run, { rows, at: end.at }, landing, ports);
        throw new Refusal("run-ended", "It ended complete.");
    }
    if (end?.told !== true) {
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
        await runs.noteTold(run);
    }
    return { did: "fail", rows: 0 } as const;
}
