import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openStack } from "../../operations/engine/open-stack.ts";
import { offlineProject } from "../../operations/preview/offline-project.ts";
import { runPreview } from "../../operations/preview/run-preview.ts";
import { engineEnvironment } from "../../tools/engine-environment.mjs";
import { paths } from "../../tools/paths.mjs";
import { median } from "../median.ts";
import type { Size } from "./straight.ts";

const STACK = "prod";
const RUNS = 3;

const PROJECT = `name: compliance-platform
runtime: { name: nodejs, options: { typescript: false, nodeargs: "--require ../../tools/pulumi-sdk/preload.cjs" } }
main: bench/growth/main.mjs
`;

/** The offline preview of a program that has the platform so many times; the figure is the median of several runs. */
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
