import { paths } from "../../tools/paths.mjs";
import { UserError } from "../cli/user-error.ts";
import { describeFailure } from "../engine/describe-failure.ts";
import { EXIT, exitCode } from "../preview/report.ts";
import { runPreview } from "../preview/run-preview.ts";
import { asText, guardrailLine } from "../preview/text.ts";
import type { LocalCloud } from "./local-cloud.ts";
import type { TimedStory } from "./timed-story.ts";

/** Previews the stack under its guardrails, then creates it; a guardrail that objects stops the story. */
export async function bringUp({ stack }: LocalCloud, story: TimedStory, signal: AbortSignal): Promise<void> {
    const report = await story.timed(
        "preview",
        "Preview under the guardrails",
        () =>
            runPreview({
                stack,
                projectFolder: paths.root,
                offline: true,
                signal,
                onProgress: (count) => story.progress(`${count} resources`),
            }),
        guardrailLine,
    );
    if (exitCode(report) !== EXIT.clean) throw new UserError(asText(report));
    await story.timed("update", "Creating the platform in the local cloud", () => update(stack, story, signal), String);
}

async function update(stack: LocalCloud["stack"], story: TimedStory, signal: AbortSignal): Promise<string> {
    let output = "";
    let created = 0;
    try {
        await stack.up({
            onOutput: (text) => {
                output += text;
            },
            signal,
            onEvent: ({ resOutputsEvent }) => {
                if (!resOutputsEvent) return;
                created += 1;
                story.progress(`${created} resources`);
            },
        });
    } catch (cause) {
        if (signal.aborted) throw cause;
        throw new UserError(`The update failed.\n${describeFailure(output || String(cause))}`);
    }
    return `${created} resources`;
}
