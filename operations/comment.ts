import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { commentBody } from "./comment/body.ts";
import { pullsOf } from "./comment/pull-of-run.ts";
import { type Run, reportsOf } from "./comment/run-reports.ts";
import { writeSticky } from "./comment/sticky.ts";
import { Github, githubPlace } from "./github/api.ts";
import { ourLogin } from "./github/our-login.ts";

async function comment(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: { run: { type: "string" }, pull: { type: "string" }, report: { type: "string" } },
    });
    const { run, pull, report } = values;
    const github = new Github(githubPlace(process.env));
    if (run !== undefined && pull === undefined && report === undefined) return ofRun(github, number("run", run));
    if (run !== undefined || pull === undefined || report === undefined) {
        throw new UserError("Name a run with --run, or a pull request with --pull and its report with --report.");
    }
    const markdown = await readFile(report, "utf8").catch((error: Error) => {
        throw new UserError(`Cannot read the report: ${error.message}.`);
    });
    const body = commentBody({ reports: [{ job: "preview", conclusion: "success", url: "", markdown }] });
    process.stdout.write(`${await writeSticky(github, number("pull", pull), body, ourLogin(process.env))}\n`);
    return 0;
}

async function ofRun(github: Github, id: number): Promise<number> {
    const run = await github.get<Run>(`/actions/runs/${id}`);
    const pulls = await pullsOf(github, run);
    if (pulls.length === 0) {
        process.stdout.write(`Run ${id} is about no open pull request, or about a commit that is not its newest.\n`);
        return 0;
    }
    const body = commentBody({ reports: await reportsOf(github, run), commit: run.head_sha, url: run.html_url });
    for (const pull of pulls) {
        process.stdout.write(`${await writeSticky(github, pull, body, ourLogin(process.env))}\n`);
    }
    return 0;
}

function number(option: string, given: string): number {
    if (/^[1-9]\d{0,17}$/.test(given)) return Number(given);
    throw new UserError(`--${option} takes a number, got "${given}".`);
}

await main(comment);
