import { join } from "node:path";
import { paths } from "../../tools/paths.mjs";
import { UserError } from "../cli/user-error.ts";
import { describeFailure } from "../engine/describe-failure.ts";
import type { EngineStack } from "../engine/engine-stack.ts";
import { formatted } from "../guard/formats/index.ts";
import { judgeOnce } from "../guard/judge-once.ts";
import type { GuardReport } from "../guard/report.ts";
import { EXIT, exitCode } from "../preview/report.ts";
import { guardrailLine } from "../preview/text.ts";
import { configurationFor, ORCHESTRATORS, type Orchestrator } from "./batch/orchestrators.ts";
import { LOCAL, type LocalCloud, openLocalCloud } from "./local-cloud.ts";
import type { TimedStory } from "./timed-story.ts";

export interface BroughtUp {
    cloud: LocalCloud;
    /** What the guardrails said before anything was created. */
    report: GuardReport;
}

/**
 * Judges the program by every guardrail while the services start, then creates the platform, under the guardrails again.
 * One that objects stops the story before anything is created.
 * @param onOpened told of the local cloud, for whoever takes it down in the end, whatever becomes of the rest
 */
export async function bringUp(
    story: TimedStory,
    signal: AbortSignal,
    onOpened: (cloud: LocalCloud) => void,
    orchestrator: Orchestrator = ORCHESTRATORS[0],
): Promise<BroughtUp> {
    const opening = openLocalCloud({ ...paths, orchestrator }).then((cloud) => {
        onOpened(cloud);
        return cloud;
    });
    try {
        const report = await story.timed(
            "guardrails",
            "Guardrails",
            () => unlessAborted(judge(orchestrator), signal),
            guardrailLine,
        );
        const endpoint = ({ services }: LocalCloud) => services.endpoint;
        const cloud = await story.timed("services", "Local AWS services", () => opening, endpoint);
        await createPlatform(cloud, story, signal);
        return { cloud, report };
    } catch (error) {
        // What is still being opened has to be known before it can be taken down.
        await opening.catch(() => {});
        throw error;
    }
}

/** Waits no longer than until somebody interrupts; the work itself ends by itself. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        work.then(resolve, reject);
    });
}

/** Creates the platform in a local cloud that is open, under the guardrails. */
export async function createPlatform({ stack }: LocalCloud, story: TimedStory, signal: AbortSignal): Promise<void> {
    await story.timed("update", "Creating the platform in the local cloud", () => update(stack, story, signal), String);
}

async function judge(orchestrator: Orchestrator) {
    const config = configurationFor(orchestrator);
    const question = { root: paths.root, cache: paths.cache, stack: LOCAL, program: "platform", config } as const;
    const { report } = await judgeOnce(question);
    if (exitCode(report) !== EXIT.clean) throw new UserError(formatted(report, "text"));
    return report;
}

async function update(stack: EngineStack, story: TimedStory, signal: AbortSignal): Promise<string> {
    let output = "";
    const created = new Set<string>();
    try {
        await stack.up({
            policyPacks: [join(paths.root, "policies")],
            onOutput: (text) => {
                output += text;
            },
            signal,
            onEvent: ({ resOutputsEvent }) => {
                const { urn, type } = resOutputsEvent?.metadata ?? {};
                // The guardrails count what is in the stack, not the stack itself; a component is told of twice.
                if (urn === undefined || type === "pulumi:pulumi:Stack") return;
                created.add(urn);
                story.progress(`${created.size} resources`);
            },
        });
    } catch (cause) {
        if (signal.aborted) throw cause;
        const why = describeFailure(output || String(cause));
        throw new UserError(`The update failed.\n${why}\nOnce that is mended, begin again: npm start`);
    }
    return `${created.size} resources`;
}
