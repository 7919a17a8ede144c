import { readFile } from "node:fs/promises";
import { z } from "zod";
import { UserError } from "../cli/user-error.ts";
import { type Counts, total } from "./counts.ts";

const Expected = z.object({
    in: z.number(),
    quarantined: z.object({ total: z.number(), byReason: z.record(z.string(), z.number()) }),
    duplicates: z.number(),
    scored: z.number(),
    scoredByModel: z.number(),
    deadLettered: z.number(),
    alerts: z.number(),
    /** How good the documented rules alone would have been. */
    rules: z.object({
        alerts: z.number(),
        fraudAlerted: z.number(),
        fraud: z.number(),
        precision: z.number(),
        recall: z.number(),
    }),
});
export type Expected = z.infer<typeof Expected>;

/** The committed outcome of the committed samples. */
export async function readExpected(file: string): Promise<Expected> {
    try {
        return Expected.parse(JSON.parse(await readFile(file, "utf8")));
    } catch (cause) {
        throw new UserError(`Cannot use ${file}: ${(cause as Error).message} Make it again with: npm run samples`);
    }
}

/** What differs from the expected outcome, a line each; none when all is as expected. */
export function differences(expected: Expected, counts: Counts): string[] {
    const pairs: [string, number, number][] = [
        ["in", expected.in, counts.in],
        ["scored", expected.scored, counts.scored],
        ["scored by the model", expected.scoredByModel, counts.byModel],
        ["duplicates", expected.duplicates, counts.duplicates],
        ["quarantined", expected.quarantined.total, total(counts.quarantined)],
        ["dead-lettered", expected.deadLettered, counts.deadLettered],
        ["alerts", expected.alerts, counts.alerts],
    ];
    const reasons = new Set([...Object.keys(expected.quarantined.byReason), ...counts.quarantined.keys()]);
    for (const reason of reasons) {
        const got = counts.quarantined.get(reason) ?? 0;
        pairs.push([`quarantined as ${reason}`, expected.quarantined.byReason[reason] ?? 0, got]);
    }
    return pairs.filter(([, want, got]) => want !== got).map(([name, want, got]) => `${name}: ${got}, not ${want}`);
}
