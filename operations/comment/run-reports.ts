import type { Github } from "../github/api.ts";
import { artifactsOf, fileIn } from "../github/artifacts.ts";

/** A run of a workflow, as GitHub tells of it. */
export interface Run {
    readonly id: number;
    readonly event: string;
    readonly head_sha: string;
    readonly head_branch: string | null;
    readonly head_repository: { readonly full_name: string; readonly owner: { readonly login: string } } | null;
    readonly html_url: string;
}

/** What one job of the run came to. */
export interface JobReport {
    /** Name of the job, such as `offline`. */
    readonly job: string;
    /** GitHub's word: `success`, `failure`, `cancelled`, `skipped`, `timed_out`. */
    readonly conclusion: string;
    readonly url: string;
    /** Its report in Markdown, unless it left none. */
    readonly markdown?: string;
}

interface Job {
    readonly name: string;
    readonly conclusion: string | null;
    readonly html_url: string;
}

const PREFIX = "preview-report-";
const REPORT = "preview.md";

/** The reports of a run, one for each job that had something to do. */
export async function reportsOf(github: Github, run: Run): Promise<JobReport[]> {
    const jobs = await github.all<Job>(`/actions/runs/${run.id}/jobs?filter=latest`, "jobs");
    const artifacts = await artifactsOf(github, run.id);
    const reports = jobs
        .filter(({ conclusion }) => conclusion !== "skipped")
        .map(async ({ name, conclusion, html_url }): Promise<JobReport> => {
            const artifact = artifacts.get(`${PREFIX}${name}`);
            const markdown = artifact && (await fileIn(github, artifact, REPORT));
            return { job: name, conclusion: conclusion ?? "unknown", url: html_url, ...(markdown && { markdown }) };
        });
    return Promise.all(reports);
}
