import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { Github, githubPlace } from "./github/api.ts";
import { artifactsOf, fileIn } from "./github/artifacts.ts";
import { ourLogin } from "./github/our-login.ts";
import { keepIssues } from "./issues/keep-issues.ts";
import { asReport, type DriftReport, failedLook, readReport } from "./issues/report.ts";

async function issues(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: { stack: { type: "string" }, run: { type: "string" }, report: { type: "string" } },
    });
    const { stack, run, report: file } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    if ((run === undefined) === (file === undefined)) {
        throw new UserError("Name either the run with --run or its report with --report.");
    }
    const github = new Github(githubPlace(process.env));
    const report = file === undefined ? await ofRun(github, stack, run ?? "") : await readReport(file, stack);
    const told = await keepIssues(github, report, ourLogin(process.env));
    process.stdout.write(`${(told.length === 0 ? ["Every issue is as it was."] : told).join("\n")}\n`);
    return 0;
}

/** The report that the run's look left; a run without one could not look. */
async function ofRun(github: Github, stack: string, run: string): Promise<DriftReport> {
    if (!/^[1-9]\d{0,17}$/.test(run)) throw new UserError(`--run takes a number, got "${run}".`);
    const artifact = (await artifactsOf(github, Number(run))).get(`drift-report-${stack}`);
    const text = artifact && (await fileIn(github, artifact, "drift.json"));
    if (text !== undefined) return asReport(text, "drift.json", stack);
    // The same words each hour, or every run would be an edit.
    return failedLook(stack, "The look ended before it could write a report: see the runs of the workflow drift.");
}

await main(issues);
