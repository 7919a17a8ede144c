import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openStack } from "../operations/engine/open-stack.ts";
import { offlineProject } from "../operations/preview/offline-project.ts";
import { runPreview } from "../operations/preview/run-preview.ts";
import { engineEnvironment } from "../tools/engine-environment.mjs";
import { paths } from "../tools/paths.mjs";
import type { Finding } from "./figure.ts";
import { median } from "./median.ts";

const STACK = "prod";
const RUNS = 3;
/** How often the platform is in the stack: about 600, 2,500 and 5,000 resources. */
const COPIES = [1, 4, 8];

const PROJECT = `name: compliance-platform
runtime: { name: nodejs, options: { typescript: false, nodeargs: "--require ../../tools/pulumi-sdk/preload.cjs" } }
main: bench/growth/main.mjs
`;

interface Size {
    resources: number;
    seconds: number;
}

/** The offline preview of a program that has the platform once, four times and eight times, and how straight it grows. */
export async function benchGrowth(): Promise<Finding[]> {
    const sizes: Size[] = [];
    for (const copies of COPIES) sizes.push(await previewOf(copies));
    const [one, four, eight] = sizes as [Size, Size, Size];
    const rate = (from: Size, to: Size) => (1000 * (to.seconds - from.seconds)) / (to.resources - from.resources);
    return [
        ...sizes.map(({ resources, seconds }) => ({
            what: `offline preview of ${resources.toLocaleString("en")} resources`,
            figure: `${seconds.toFixed(1)} s`,
            target: "",
        })),
        {
            what: "each resource more, to the second size and from there to the third",
            figure: `${rate(one, four).toFixed(1)} ms, ${rate(four, eight).toFixed(1)} ms`,
            target: "",
        },
        {
            ratio: "preview of the second size / the straight line through the others",
            value: four.seconds / onLine(one, eight, four.resources),
            atLeast: 0.8,
            atMost: 1.2,
        },
    ];
}

function onLine(from: Size, to: Size, resources: number): number {
    return (
        from.seconds + ((to.seconds - from.seconds) * (resources - from.resources)) / (to.resources - from.resources)
    );
}

/** With as many copies of the platform; the figure is the median of several runs. */
export async function previewOf(copies: number, runs = RUNS): Promise<Size> {
    const seconds: number[] = [];
    let resources = 0;
    for (let run = 0; run < runs; run += 1) {
        const report = await previewOnce(copies);
        if (report.errors.length > 0) throw new Error(report.errors[0]);
        resources = report.resources.length;
        seconds.push(report.seconds);
    }
    return { resources, seconds: median(seconds) };
}

async function previewOnce(copies: number) {
    const { workDir, remove, ...folders } = await offlineProject(paths.root, STACK);
    try {
        await rm(join(workDir, "Pulumi.yaml"));
        await writeFile(join(workDir, "Pulumi.yaml"), PROJECT);
        const environment = { ...engineEnvironment({ standIn: true, ...folders }), GROWTH_COPIES: String(copies) };
        const stack = await openStack({ workDir, stack: STACK, environment });
        return await runPreview({ stack, projectFolder: paths.root, offline: true });
    } finally {
        await remove();
    }
}
