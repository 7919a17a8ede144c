import { discrepancy } from "../../contract/discrepancy.ts";
import { messageKey, type QuarantineLine } from "../../contract/files/quarantine.ts";
import { REASONS } from "../../contract/reasons.ts";
import { maskedWhereRefused } from "../adapters/card-guard.ts";
import { groupedBy } from "../adapters/grouping.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { Ports } from "./ports.ts";
import type { Refusal } from "./refusal.ts";

const PARALLEL_WRITES = 16;

/** A message that goes no further, and why. */
interface Refused {
    delivery: { messageId: string };
    refusal: Refusal;
}

/** Puts refused messages aside and tells of them, once for each reason; then they need never be delivered again. */
export async function quarantine(
    refused: readonly Refused[],
    { quarantine, discrepancies }: Pick<Ports, "quarantine" | "discrepancies">,
    now: string,
    failures: Map<string, unknown>,
    functionName: "screen" | "score" = "screen",
): Promise<void> {
    const written = await inParallel(refused, PARALLEL_WRITES, (one) =>
        // Masked already; whatever that missed must not keep a message from being put aside.
        quarantine.write(
            messageKey(one.refusal.origin),
            maskedWhereRefused(JSON.stringify(line(one, now))),
            "application/json",
        ),
    );
    for (const [index, { delivery }] of refused.entries()) {
        const outcome = written[index];
        if (outcome?.status !== "fulfilled") failures.set(delivery.messageId, outcome?.reason);
    }
    const aside = refused.filter(({ delivery }) => !failures.has(delivery.messageId));
    const byReason = groupedBy(aside, ({ refusal }) => refusal.reason);
    const told = await inParallel([...byReason], PARALLEL_WRITES, ([reason, ones]) => {
        const origins = ones.map(({ refusal }) => refusal.origin);
        return discrepancies.publish(
            `Quarantined: ${reason}`,
            discrepancy(reason, functionName, origins, REASONS[reason]),
        );
    });
    for (const [index, ones] of [...byReason.values()].entries()) {
        const outcome = told[index];
        // Delivered again, they are put aside under the same keys and told of again.
        if (outcome?.status !== "fulfilled") {
            for (const { delivery } of ones) failures.set(delivery.messageId, outcome?.reason);
        }
    }
}

function line({ refusal }: Refused, now: string): QuarantineLine {
    return { ...refusal, at: now };
}
