import { parseArgs } from "node:util";
import { engineEnvironment } from "../tools/engine-environment.mjs";
import { paths } from "../tools/paths.mjs";
import { stackEnvironment } from "../tools/pulumi/stack-environment.mjs";
import { knownStacks, localStack, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { interruptible } from "./cli/interrupt.ts";
import { main } from "./cli/main.ts";
import { Story } from "./cli/story.ts";
import { UserError } from "./cli/user-error.ts";
import { writeOutput } from "./cli/write-output.ts";
import { openStack } from "./engine/open-stack.ts";
import { offlineProject } from "./preview/offline-project.ts";
import { exitCode, type PreviewReport } from "./preview/report.ts";
import { runPreview } from "./preview/run-preview.ts";
import { asText } from "./preview/text.ts";

const BOOTSTRAP = "infra/bootstrap";
const BOOTSTRAP_ONLINE = `Add --offline, or follow ${BOOTSTRAP}/README.md: what comes first is created by hand once.`;

async function preview(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            offline: { type: "boolean", default: false },
            bootstrap: { type: "boolean", default: false },
            format: { type: "string", default: "text" },
            out: { type: "string" },
        },
    });
    const { format, offline, out } = values;
    if (format !== "text" && format !== "json") {
        throw new UserError(`Unknown format "${format}": choose text or json with --format.`);
    }
    const { stack } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    if (values.bootstrap && !offline) throw new UserError(BOOTSTRAP_ONLINE);
    if (values.bootstrap && stack === localStack) throw new UserError("Nothing must exist before the stack local.");
    const program = values.bootstrap ? BOOTSTRAP : "";
    const story = new Story(process.stderr);
    const report = await story.step(`Preview of ${stack}${offline ? " on stand-ins" : ""}`, () =>
        previewStack(stack, offline, program, story),
    );
    const text = format === "json" ? `${JSON.stringify(report, null, 2)}\n` : asText(report);
    if (out) await writeOutput(out, text);
    process.stdout.write(out ? asText(report) : text);
    return exitCode(report);
}

async function previewStack(stack: string, offline: boolean, program: string, story: Story): Promise<PreviewReport> {
    const signal = interruptible();
    const project = offline ? await offlineProject(paths.root, stack, program) : undefined;
    try {
        const environment = project ? engineEnvironment({ standIn: true, ...project }) : await stackEnvironment(stack);
        const opened = await openStack({ workDir: project?.workDir ?? paths.root, stack, environment });
        const onProgress = (count: number) => story.progress(`${count} resources`);
        return await runPreview({ stack: opened, projectFolder: paths.root, offline, signal, onProgress });
    } finally {
        await project?.remove();
    }
}

main(preview);
