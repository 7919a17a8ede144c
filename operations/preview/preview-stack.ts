import { engineEnvironment } from "../../tools/engine-environment.mjs";
import { paths } from "../../tools/paths.mjs";
import { stackEnvironment } from "../../tools/pulumi/stack-environment.mjs";
import { SetUpFailure } from "../../tools/setup/failure.mjs";
import { undecidedPolicies } from "../changes/undecided.ts";
import { UserError } from "../cli/user-error.ts";
import { needsDataPipeline } from "../eligibility/setting.ts";
import { describeFailure } from "../engine/describe-failure.ts";
import type { EngineStack } from "../engine/engine-stack.ts";
import { openStack } from "../engine/open-stack.ts";
import { adviceFor } from "./advice.ts";
import { type EnvironmentReport, environmentReport } from "./environment.ts";
import { offlineProject } from "./offline-project.ts";
import { runPreview } from "./run-preview.ts";

export interface PreviewStackArgs {
    readonly stack: string;
    readonly offline: boolean;
    /** Folder of another program than the platform's; empty for that. */
    readonly program?: string;
    /** Whether an update follows, so that a service may be asked by making something and taking it away. Default: false. */
    readonly mayMake?: boolean;
    readonly signal: AbortSignal;
    readonly onProgress: (status: string) => void;
}

export interface PreviewedStack {
    readonly report: EnvironmentReport;
    /** The stack that was previewed, unless it could not even be opened. */
    readonly opened?: EngineStack;
}

/** Previews a stack by the engine. Whatever goes wrong becomes a report, but for somebody who stops it. */
export async function previewStack(args: PreviewStackArgs): Promise<PreviewedStack> {
    const { stack, offline, program = "", mayMake = false } = args;
    const refused = offline || program !== "" || !needsDataPipeline(stack) ? undefined : await refusal(stack, mayMake);
    const previewed = await previewByEngine(args);
    return refused === undefined ? previewed : { ...previewed, report: withRefusal(previewed.report, refused) };
}

/** Loaded when it is asked for: an offline preview needs no client of a cloud. */
async function refusal(stack: string, mayMake: boolean): Promise<string | undefined> {
    const { refusedWorkflows } = await import("../eligibility/workflows.ts");
    return refusedWorkflows(stack, mayMake);
}

/** The report with what a cloud refuses before all else. */
function withRefusal(report: EnvironmentReport, refused: string): EnvironmentReport {
    const errors = [refused, ...report.errors];
    return { ...report, errors, advice: adviceFor({ ...report, errors }) };
}

async function previewByEngine({
    stack,
    offline,
    program = "",
    signal,
    onProgress: tell,
}: PreviewStackArgs): Promise<PreviewedStack> {
    const project = offline ? await offlineProject(paths.root, stack, program) : undefined;
    try {
        const environment = project ? engineEnvironment({ standIn: true, ...project }) : await stackEnvironment(stack);
        const opened = await openStack({ workDir: project?.workDir ?? paths.root, stack, environment });
        const onProgress = (count: number) => tell(`${count} resources`);
        const { changes, ...report } = await runPreview({
            stack: opened,
            projectFolder: paths.root,
            offline,
            signal,
            onProgress,
        });
        const undecided = offline ? [] : undecidedPolicies(changes);
        const notes = undecided.length === 0 ? [] : [later(undecided)];
        return { report: environmentReport({ report, changes, notes }), opened };
    } catch (error) {
        if (signal.aborted) throw error;
        return { report: failedReport(stack, offline, messageOf(error)) };
    } finally {
        await project?.remove();
    }
}

function later(policies: readonly string[]): string {
    const list = policies.slice(0, 5).join(", ");
    const more = policies.length > 5 ? ` and ${policies.length - 5} more` : "";
    return `Who may do what by ${list}${more} is known only after the update; --against shows it beforehand.`;
}

/** The report where there was no preview. */
export function failedReport(stack: string, offline: boolean, message: string): EnvironmentReport {
    const report = { stack, offline, resources: [], findings: [], rules: 0, errors: [message], seconds: 0 };
    return environmentReport({ report, changes: { changes: [], after: [] } });
}

function messageOf(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    return error instanceof UserError || error instanceof SetUpFailure ? message : describeFailure(message);
}
