import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { paths } from "../../tools/paths.mjs";

export interface Step {
    name?: string;
    uses?: string;
    run?: string;
    if?: string;
    with?: Record<string, unknown>;
    env?: Record<string, string>;
}

export interface Job {
    if?: string;
    uses?: string;
    needs?: string[];
    environment?: string;
    permissions?: Record<string, string>;
    concurrency?: { group: string; "cancel-in-progress": boolean };
    strategy?: { matrix: Record<string, unknown> & { include?: Record<string, string>[] } };
    steps?: Step[];
    "timeout-minutes"?: number;
}

export interface Workflow {
    file: string;
    text: string;
    name: string;
    on: Record<string, unknown>;
    permissions: unknown;
    concurrency?: Job["concurrency"];
    jobs: Record<string, Job>;
}

const FOLDER = ".github/workflows";

export const workflows: readonly Workflow[] = readdirSync(path.join(paths.root, FOLDER))
    .filter((name) => name.endsWith(".yml"))
    .sort()
    .map((name) => {
        const file = `${FOLDER}/${name}`;
        const text = readFileSync(path.join(paths.root, file), "utf8");
        return { ...parse(text), file, text };
    });

export function workflow(name: string): Workflow {
    const found = workflows.find((one) => one.name === name);
    if (found === undefined) throw new Error(`there is no workflow ${name}`);
    return found;
}

/** Every job with the workflow it is of. */
export const jobs = workflows.flatMap((one) =>
    Object.entries(one.jobs).map(([id, job]) => ({ workflow: one, id: `${one.name}/${id}`, job })),
);

/** Every step of all jobs and of the actions of the repository itself. */
export const steps = [
    ...jobs.flatMap(({ id, job }) => (job.steps ?? []).map((step) => ({ id, step }))),
    ...(
        parse(readFileSync(path.join(paths.root, ".github/actions/set-up/action.yml"), "utf8")).runs.steps as Step[]
    ).map((step) => ({ id: "set-up", step })),
];
