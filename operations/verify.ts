import { join } from "node:path";
import { paths } from "../tools/paths.mjs";
import { Interrupted, interruptible } from "./cli/interrupt.ts";
import { main } from "./cli/main.ts";
import { requireWritable } from "./cli/require-writable.ts";
import { Story } from "./cli/story.ts";
import { writeOutput } from "./cli/write-output.ts";
import { openCloud } from "./verify/cloud.ts";
import { type VerifyOptions, verifyOptions } from "./verify/options.ts";
import { readStack } from "./verify/outputs.ts";
import { exitCode, type StepReport, type VerifyReport } from "./verify/report.ts";
import { runSteps } from "./verify/run-steps.ts";
import { STEPS } from "./verify/steps/index.ts";
import { newRun, Synthetic } from "./verify/synthetic.ts";
import { asText, described, WORDS } from "./verify/text.ts";

async function verify(args: string[]): Promise<number> {
    const options = verifyOptions(args);
    if (options === "list") {
        process.stdout.write(STEPS.map(described).join("\n"));
        return 0;
    }
    const signal = interruptible();
    const startedAt = new Date().toISOString();
    const name = `${startedAt.replaceAll(/[-:]|\.\d+/g, "")}.json`;
    const out = options.out ?? join(paths.platform, "evidence", options.stack, name);
    await requireWritable(out);
    try {
        const report = await verifyStack(options, startedAt, signal);
        await writeOutput(out, asText(report, "json"));
        process.stdout.write(asText(report, options.format));
        process.stderr.write(`Evidence: ${out}\n`);
        return exitCode(report);
    } catch (error) {
        if (!signal.aborted) throw error;
        process.stderr.write("Interrupted. What the step under way had made is taken away.\n");
        return Interrupted.exitCode;
    }
}

async function verifyStack(options: VerifyOptions, startedAt: string, signal: AbortSignal): Promise<VerifyReport> {
    const { stack, steps, patienceMs } = options;
    const cloud = await openCloud(stack, paths);
    try {
        const story = new Story(process.stderr);
        const { outputs, things } = await story.step(`State of ${stack}`, () => readStack(stack, paths));
        const run = newRun();
        const synthetic = new Synthetic(cloud, outputs, run);
        const reports = await runSteps({
            steps,
            base: { cloud, outputs, things, run, synthetic },
            patienceMs,
            signal,
            around: ({ name }, work) => story.step(name, work, stateOf, isHeld),
        });
        const { accountId, region } = cloud;
        return { stack, accountId, region, run, startedAt, finishedAt: new Date().toISOString(), steps: reports };
    } finally {
        cloud.close();
    }
}

const stateOf = ({ verdict }: StepReport) => WORDS[verdict.state];
const isHeld = ({ verdict, leftBehind }: StepReport) =>
    (verdict.state === "held" || verdict.state === "skipped") && leftBehind.length === 0;

await main(verify);
