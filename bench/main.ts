import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { main } from "../operations/cli/main.ts";
import { Story } from "../operations/cli/story.ts";
import { UserError } from "../operations/cli/user-error.ts";
import { writeOutput } from "../operations/cli/write-output.ts";
import { benchBundles } from "./bundles.ts";
import type { Figure } from "./figure.ts";
import { benchGrowth } from "./growth.ts";
import { benchHotPath } from "./hot-path/hot-path.ts";
import { benchOfflinePreview } from "./offline-preview.ts";
import { benchScreen } from "./screen.ts";
import { benchStart } from "./start-once.ts";
import { benchUnpackFigures } from "./unpack-figures.ts";

const BENCHES: Readonly<Record<string, () => Promise<Figure[]>>> = {
    preview: benchOfflinePreview,
    growth: benchGrowth,
    screen: benchScreen,
    unpack: benchUnpackFigures,
    bundles: benchBundles,
    start: benchStart,
    "hot-path": benchHotPath,
};

async function bench(args: string[]): Promise<number> {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { out: { type: "string" } },
    });
    const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
    const unknown = names.find((name) => !(name in BENCHES));
    if (unknown) throw new UserError(`Unknown benchmark "${unknown}": choose from ${Object.keys(BENCHES).join(", ")}.`);
    const story = new Story(process.stderr);
    const figures: Figure[] = [];
    for (const name of names) figures.push(...(await story.step(name, async () => (await BENCHES[name]?.()) ?? [])));
    const table = asMarkdown(figures);
    process.stdout.write(table);
    if (values.out) await writeOutput(values.out, table);
    return 0;
}

function asMarkdown(figures: readonly Figure[]): string {
    const [processor] = cpus();
    const memory = Math.round(totalmem() / 2 ** 30);
    const machine = `Node ${process.versions.node}, ${cpus().length} × ${processor?.model ?? "processor"}, ${memory} GiB`;
    const rows = figures.map(({ what, figure, target }) => `| ${what} | ${figure} | ${target} |`);
    const made =
        "Made by `npm run bench -- --out docs/benchmarks.md`. Ratios carry from one machine to another, seconds do not.";
    return `${["# Benchmarks", "", made, "", `Measured with ${machine}.`, "", "| What | Figure | Target |", "|---|---|---|", ...rows].join("\n")}\n`;
}

main(bench);
