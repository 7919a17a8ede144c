import type { Judged } from "./judged.ts";

/** Where the figures are, from the root on. */
export const REPORT = "docs/mutation.md";

const HEAD = `# What the tests notice

A tool changes the sources of \`contract\`, \`unpack\` and \`screen\` in one place at a time: a condition turned over, a border
moved by one, a text emptied, a pattern widened, a block left out. The tests of the area have to notice. What none of them
notices stands in \`test/mutation/survivors.yaml\`, with the reason why it changes nothing that anybody could see. Written by
\`npm run mutation -- --report\`, or for some areas alone by \`npm run mutation -- AREA --report\`; every night looks again.

| area | on | changes | noticed | of these by a time limit | explained | unexplained | noticed of all |
| --- | --- | --- | --- | --- | --- | --- | --- |
`;
const ROW = /^\| ([a-z0-9-]+) \| \d{4}-.*\|$/gm;

/** The page with new figures of some areas; those of the others stay. */
export function reportWith(page: string, figures: ReadonlyMap<string, Judged>, day: string, order: readonly string[]) {
    const rows = new Map([...page.matchAll(ROW)].map(([row, name]): [string, string] => [name ?? "", row]));
    for (const [name, judged] of figures) rows.set(name, rowOf(name, judged, day));
    const lines = order.flatMap((name) => rows.get(name) ?? []);
    return `${HEAD}${lines.map((line) => `${line}\n`).join("")}`;
}

function rowOf(name: string, { all, noticed, endless, listed, unlisted, percent }: Judged, day: string): string {
    return `| ${[name, day, all, noticed, endless, listed, unlisted, `${percent.toFixed(1)} %`].join(" | ")} |`;
}
