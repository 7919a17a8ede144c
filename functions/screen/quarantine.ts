import { discrepancy } from "../../contract/discrepancy.ts";
import { messageKey, type QuarantineLine } from "../../contract/files/quarantine.ts";
import { REASONS } from "../../contract/reasons.ts";
import { maskCardNumbers } from "../../contract/values/card-number.ts";
import { groupedBy } from "../adapters/grouping.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { Ports, Refused } from "./screen.ts";

const PARALLEL_WRITES = 16;
/** Of what arrived, in characters: enough to see what it was. */
const CONTENT_LENGTH = 16_384;
/** A message that nobody can read has no source to name. */
const UNKNOWN_SOURCE = "live";
const SOURCE_IN_BODY = /"source"\s*:\s*"([a-z][a-z0-9-]{0,31})"/;

/** Puts refused messages aside and tells of them, once for each reason; then they need never be delivered again. */
export async function quarantine(
    refused: readonly Refused[],
    { quarantine, discrepancies }: Pick<Ports, "quarantine" | "discrepancies">,
    now: string,
    failures: Map<string, unknown>,
): Promise<void> {
    const written = await inParallel(refused, PARALLEL_WRITES, (one) =>
        quarantine.write(messageKey(one.delivery.origin), JSON.stringify(line(one, now)), "application/json"),
    );
    for (const [index, { delivery }] of refused.entries()) {
        const outcome = written[index];
        if (outcome?.status !== "fulfilled") failures.set(delivery.messageId, outcome?.reason);
    }
    const aside = refused.filter(({ delivery }) => !failures.has(delivery.messageId));
    const byReason = groupedBy(aside, ({ refusal }) => refusal.reason);
    const told = await inParallel([...byReason], PARALLEL_WRITES, ([reason, ones]) => {
        const origins = ones.map(({ delivery }) => maskCardNumbers(delivery.origin));
        return discrepancies.publish(`Quarantined: ${reason}`, discrepancy(reason, "screen", origins, REASONS[reason]));
    });
    for (const [index, ones] of [...byReason.values()].entries()) {
        const outcome = told[index];
        // Delivered again, they are put aside under the same keys and told of again.
        if (outcome?.status !== "fulfilled") {
            for (const { delivery } of ones) failures.set(delivery.messageId, outcome?.reason);
        }
    }
}

function line({ delivery, refusal }: Refused, now: string): QuarantineLine {
    return {
        origin: maskCardNumbers(delivery.origin),
        source: SOURCE_IN_BODY.exec(delivery.body)?.[1] ?? UNKNOWN_SOURCE,
        reason: refusal.reason,
        detail: refusal.detail,
        ...(refusal.field === undefined ? {} : { field: refusal.field }),
        content: refusal.content.slice(0, CONTENT_LENGTH),
        at: now,
    };
}
