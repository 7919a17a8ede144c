import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { interruptible } from "./cli/interrupt.ts";
import { main } from "./cli/main.ts";
import { Story } from "./cli/story.ts";
import { UserError } from "./cli/user-error.ts";
import { previewStack } from "./preview/preview-stack.ts";
import { EXIT, exitCode } from "./preview/report.ts";
import { outputsOf, REPORT_OPTIONS, writeReports } from "./report/reports.ts";
import { wordFor } from "./report/verdict.ts";
import { isConfirmed } from "./up/confirm.ts";
import { updateStack } from "./up/update-stack.ts";

/** Nobody said yes. */
const NOT_CONFIRMED = 3;

async function up(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            yes: { type: "boolean", default: false },
            rehearse: { type: "boolean", default: false },
            ...REPORT_OPTIONS,
        },
    });
    const { stack, yes, rehearse, format, json } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    if (rehearse) {
        if (yes) throw new UserError("A rehearsal changes nothing, so there is nothing to say --yes to.");
        const { rehearseStack } = await import("./rehearse/command.ts");
        return rehearseStack({ stack, format, json }, new Story(process.stderr));
    }
    const outputs = await outputsOf(values);
    // Found out before a long preview: without a terminal nobody can answer.
    const canAsk = Boolean(process.stdin.isTTY) && Boolean(process.stderr.isTTY);
    const signal = interruptible();
    const story = new Story(process.stderr);
    const onProgress = (status: string) => story.progress(status);
    const { report, opened } = await story.step(
        `Preview of ${stack}`,
        () => previewStack({ stack, offline: false, mayMake: true, signal, onProgress }),
        (previewed) => wordFor(exitCode(previewed.report)),
        (previewed) => exitCode(previewed.report) === EXIT.clean,
    );
    await writeReports({ version: 1, environments: [report] }, outputs, []);
    const code = exitCode(report);
    if (code !== EXIT.clean || opened === undefined) {
        story.line(`Nothing was changed in ${stack}.`);
        return code === EXIT.clean ? EXIT.failed : code;
    }
    if (report.changes.length === 0) {
        story.line(`Nothing is to be changed in ${stack}.`);
        return EXIT.clean;
    }
    if (!yes && !canAsk) {
        story.line(`Nobody can be asked here, so nothing was changed in ${stack}.`);
        story.line("Where approval comes first, add --yes.");
        return NOT_CONFIRMED;
    }
    if (!yes && !(await isConfirmed(stack, { input: process.stdin, output: process.stderr }, signal))) {
        story.line(`Nothing was changed in ${stack}.`);
        return NOT_CONFIRMED;
    }
    await story.step(`Update of ${stack}`, () => updateStack(opened, paths.policyPack, signal, onProgress), String);
    return EXIT.clean;
}

main(up);
