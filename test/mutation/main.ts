import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { main } from "../../operations/cli/main.ts";
import { paths } from "../../tools/paths.mjs";
import { AREAS } from "./areas.ts";
import { type Judged, judged } from "./judged.ts";
import { mutantsOf } from "./mutants-of.ts";
import { REPORT, reportWith } from "./report.ts";
import { ownSandbox } from "./sandboxes.ts";

/** Percent of the mutants that tests must notice. */
const LEAST = 90;

async function mutation(args: string[]): Promise<number> {
    const { positionals, values } = parseArgs({
        args,
        allowPositionals: true,
        options: { only: { type: "string", multiple: true }, report: { type: "boolean", default: false } },
    });
    const faults = faultsOf(positionals, values);
    if (faults.length > 0) {
        process.stderr.write(`${faults.join("\n")}\n`);
        return 2;
    }
    const figures = new Map<string, Judged>();
    const sandbox = ownSandbox();
    for (const [name, area] of Object.entries(AREAS)) {
        if (positionals.length > 0 && !positionals.includes(name)) continue;
        const one = judged(await mutantsOf({ ...area, mutate: values.only ?? area.mutate }, sandbox));
        process.stdout.write(`${name}: ${one.text}\n`);
        figures.set(name, one);
    }
    if (values.report) report(figures);
    return [...figures.values()].every(({ percent, unlisted }) => percent >= LEAST && unlisted === 0) ? 0 : 1;
}

function faultsOf(names: readonly string[], { only, report }: { only?: string[]; report: boolean }): string[] {
    const unknown = names.filter((name) => !Object.hasOwn(AREAS, name));
    return [
        ...(unknown.length === 0
            ? []
            : [`There is no area ${unknown.join(", ")}; there are ${Object.keys(AREAS).join(", ")}.`]),
        ...(only !== undefined && report ? ["--report says how whole areas stand: leave --only out."] : []),
    ];
}

function report(figures: ReadonlyMap<string, Judged>): void {
    const file = path.join(paths.root, REPORT);
    const page = existsSync(file) ? readFileSync(file, "utf8") : "";
    writeFileSync(file, reportWith(page, figures, new Date().toISOString().slice(0, 10), Object.keys(AREAS)));
    process.stdout.write(`Written: ${REPORT}\n`);
}

main(mutation);
