import type { Workflow, WorkflowStep, WorkflowTrack } from "./workflow.ts";

/** What operations is told when a step failed for good: the same words from either orchestrator. */
export interface FailureAlert {
    /** At most 100 characters, which is what SNS takes. */
    subject: string;
    message: string;
}

export function failureAlert(workflow: Workflow, track: WorkflowTrack, step: WorkflowStep): FailureAlert {
    const attempts = step.retries === 0 ? "its only attempt" : `all ${step.retries + 1} attempts`;
    const skipped = track.steps.slice(track.steps.indexOf(step) + 1).map(({ name }) => name);
    const rest = skipped.length === 0 ? "No other step depends on it." : `Not run this time: ${skipped.join(", ")}.`;
    return {
        subject: `Workflow ${workflow.name}: ${step.name} failed`,
        message: `${step.name} (${step.description}) failed in ${attempts}. ${rest}`,
    };
}
