import { discrepancy } from "../../../contract/discrepancy.ts";
import type { SupplementarySet } from "../../../contract/files/supplementary.ts";
import type { Doubt, Supplement } from "../../../contract/supplement.ts";
import { inParallel } from "../../adapters/in-parallel.ts";
import type { ToldOnce } from "../../adapters/told-once.ts";
import type { TopicPublisher } from "../../adapters/topic.ts";

export interface DoubtPorts {
    discrepancies: TopicPublisher;
    /** Left out, every batch tells. */
    toldOnce?: ToldOnce;
}

const WHY: Record<Doubt, string> = {
    missing: "It was not brought, or so long ago that it is no longer kept: verdicts rest on none.",
    stale: "Verdicts rest on an old one.",
    unreadable:
        "The newest one cannot be read, or is not what was counted: verdicts rest on the one before, or on none.",
};

/**
 * Tells of each set that the verdicts of a batch would have needed, once for each finding. Nobody's verdict waits for that:
 * what could not be told is told with the next batch. How many could not.
 */
export async function tellDoubts(
    supplements: Iterable<Supplement>,
    { discrepancies, toldOnce }: DoubtPorts,
    now: string,
): Promise<number> {
    const found = new Map<string, { set: SupplementarySet; doubt: Doubt }>();
    for (const { doubts = [], runs } of supplements) {
        for (const { set, doubt } of doubts) found.set(`${set}/${doubt}/${runs[set] ?? "none"}`, { set, doubt });
    }
    const outcomes = await inParallel([...found], found.size, async ([what, { set, doubt }]) => {
        const tell = () =>
            discrepancies.publish(
                `Supplementary data: ${set} is ${doubt}`,
                discrepancy(`supplementary-${doubt}`, "score", [what], `${WHY[doubt]} Each verdict says so.`),
            );
        await (toldOnce === undefined ? tell() : toldOnce.once(what, now, tell));
    });
    return outcomes.filter(({ status }) => status === "rejected").length;
}
