import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GuardReport } from "../../operations/guard/report.ts";
import { programCopy } from "../../test/e2e/support/program-copy.ts";
import { inTurn } from "../in-turn.ts";
import { ours } from "../our-commands.ts";
import type { Size } from "./straight.ts";

/** `npm run guard` over programs that have the platform so many times, run in turn. */
export async function guardsOf(copies: readonly number[]): Promise<Size[]> {
    const copy = programCopy();
    try {
        // Guard runs the program of the copy it lies in, which this makes another one.
        writeFileSync(join(copy.root, "infra", "index.ts"), 'export * from "../bench/growth/program.ts";\n');
        const reportOf = (count: number) => join(copy.root, `report-${count}.json`);
        const commands = copies.map((count) => {
            const args = ["operations/guard.ts", "--stack", "prod", "--format", "json", "--out", reportOf(count)];
            return [count, ours(args, copy.root, { ...process.env, GROWTH_COPIES: String(count) })] as const;
        });
        const costs = await inTurn(Object.fromEntries(commands));
        return await Promise.all(
            copies.map(async (count) => {
                const { resources } = JSON.parse(await readFile(reportOf(count), "utf8")) as GuardReport;
                return { resources: resources.length, seconds: costs[count]?.seconds ?? Number.NaN };
            }),
        );
    } finally {
        copy.remove();
    }
}
