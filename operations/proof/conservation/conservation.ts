import type { Story } from "../../cli/story.ts";
import { conservationOptions, type GivenOptions } from "./options.ts";
import { type Proved, proveConservation } from "./prove.ts";
import { commandOf, conservationReport } from "./report.ts";

/** Names that the terminal shows of a seed that failed; the report has more. */
const SHOWN = 5;

/** The proof as a command. */
export async function conservation(given: GivenOptions, story: Story): Promise<{ text: string; failed: string[] }> {
    const { seeds, transactions } = conservationOptions(given);
    const proved = await proveConservation({
        seeds,
        transactions,
        step: (seed, work) =>
            story.step(`Seed ${seed}`, () => work((progress) => story.progress(progress)), summary, isSound),
    });
    const failed = proved.filter((one) => !isSound(one)).flatMap((one) => told(one, transactions));
    return { text: conservationReport(proved, transactions), failed };
}

function isSound({ faults }: Proved): boolean {
    return faults.length === 0;
}

function summary({ given, atLast, faults }: Proved): string {
    if (faults.length > 0) return `${faults.length} of ${given} do not add up`;
    return `${given} put in, ${atLast.scored} scored`;
}

function told({ seed, faults, lastSeen }: Proved, transactions: number): string[] {
    return [
        `seed ${seed}, again with: ${commandOf(seed, transactions)}`,
        ...faults
            .slice(0, SHOWN)
            .map(({ name, why }) => `${name} ${why}; last seen: ${lastSeen.get(name) ?? "by nobody"}`),
        ...(faults.length > SHOWN ? [`${faults.length - SHOWN} more of seed ${seed}`] : []),
    ];
}
