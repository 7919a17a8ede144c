import { openStack } from "../operations/engine/open-stack.ts";
import { offlineProject } from "../operations/preview/offline-project.ts";
import { runPreview } from "../operations/preview/run-preview.ts";
import { engineEnvironment } from "../tools/engine-environment.mjs";
import { paths } from "../tools/paths.mjs";
import { previewEmptyProgram } from "./empty-program.ts";
import type { Finding } from "./figure.ts";
import { median } from "./median.ts";

const STACK = "prod";
const RUNS = 5;

/** The offline, policy-checked preview beside a preview of an empty program, in turn, so that both see the same machine. */
export async function benchOfflinePreview(): Promise<Finding[]> {
    const ours: number[] = [];
    const empty: number[] = [];
    let resources = 0;
    let rules = 0;
    for (let run = 0; run < RUNS; run += 1) {
        const report = await previewOnce();
        ({ rules } = report);
        resources = report.resources.length;
        ours.push(report.seconds);
        empty.push(await previewEmptyProgram());
    }
    const what = `offline preview of ${STACK}: ${resources} resources, ${rules} guardrails`;
    return [
        { what, figure: `${median(ours).toFixed(1)} s`, target: "" },
        { what: "preview of an empty program", figure: `${median(empty).toFixed(1)} s`, target: "" },
        { ratio: "offline preview of prod beside one of an empty program", value: median(ours) / median(empty) },
    ];
}

async function previewOnce() {
    const project = await offlineProject(paths.root, STACK);
    try {
        const { backendUrl, storeDir, workDir } = project;
        const environment = engineEnvironment({ standIn: true, backendUrl, storeDir });
        const stack = await openStack({ workDir, stack: STACK, environment });
        return await runPreview({ stack, projectFolder: paths.root, offline: true });
    } finally {
        await project.remove();
    }
}
