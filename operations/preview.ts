import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { knownStacks, localStack, requireBootstrap, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { interruptible } from "./cli/interrupt.ts";
import { main } from "./cli/main.ts";
import { Story } from "./cli/story.ts";
import { UserError } from "./cli/user-error.ts";
import type { Report } from "./preview/environment.ts";
import { previewStack } from "./preview/preview-stack.ts";
import { EXIT, exitCode } from "./preview/report.ts";
import { outputsOf, REPORT_OPTIONS, writeReports } from "./report/reports.ts";
import { wordFor } from "./report/verdict.ts";

const BOOTSTRAP = "infra/bootstrap";
const BOOTSTRAP_ONLINE = `Add --offline, or follow ${BOOTSTRAP}/README.md: what comes first is created by hand once.`;

async function preview(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            offline: { type: "boolean", default: false },
            against: { type: "string" },
            bootstrap: { type: "boolean", default: false },
            ...REPORT_OPTIONS,
        },
    });
    const { stack, against: revision, offline, bootstrap } = values;
    if (stack !== undefined) requireKnownStack(paths, stack);
    else if (revision === undefined)
        throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    if (bootstrap && revision !== undefined)
        throw new UserError("--against compares the platform: leave --bootstrap out.");
    if (bootstrap && !offline) throw new UserError(BOOTSTRAP_ONLINE);
    if (bootstrap && stack === localStack) throw new UserError("Nothing must exist before the stack local.");
    if (bootstrap) requireBootstrap(paths, stack ?? "");
    const outputs = await outputsOf(values);
    const story = new Story(process.stderr);
    const { report, secrets } =
        revision === undefined
            ? await ofStack(story, stack ?? "", offline, bootstrap ? BOOTSTRAP : "")
            : await ofChange(story, revision, stack);
    await writeReports(report, outputs, secrets);
    return codeOf(report);
}

async function ofStack(story: Story, stack: string, offline: boolean, program: string) {
    const signal = interruptible();
    const onProgress = (status: string) => story.progress(status);
    const title = `Preview of ${stack}${offline ? " on stand-ins" : ""}`;
    const { report } = await story.step(
        title,
        () => previewStack({ stack, offline, program, signal, onProgress }),
        (previewed) => wordFor(exitCode(previewed.report)),
        (previewed) => exitCode(previewed.report) === EXIT.clean,
    );
    return { report: { version: 1, environments: [report] } satisfies Report, secrets: [] };
}

/** Loaded when it is asked for: it takes the tables of both clouds along. */
async function ofChange(story: Story, revision: string, stack: string | undefined) {
    const { against } = await import("./against/against.ts");
    return story.step(
        `Comparison with ${revision}`,
        () => against({ paths, revision, stack, onStack: (name) => story.progress(name) }),
        ({ report }) => report.environments.map((one) => `${one.stack} ${wordFor(exitCode(one))}`).join(", "),
        ({ report }) => codeOf(report) === EXIT.clean,
    );
}

/** What blocks one environment blocks the change. */
function codeOf({ environments }: Report): number {
    const codes = environments.map(exitCode);
    return [EXIT.blocked, EXIT.failed].find((code) => codes.includes(code)) ?? EXIT.clean;
}

main(preview);
