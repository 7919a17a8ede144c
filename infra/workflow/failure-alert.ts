import type { Workflow, WorkflowStep, WorkflowTrack } from "./workflow.ts";

/** What operations is told when a step failed for good: the same words from either orchestrator. */
export interface FailureAlert {
    /** At most 100 characters, which is what SNS takes. */
    subject: string;
    message: string;
}

export function failureAlert(workflow: Workflow, track: WorkflowTrack, step: WorkflowStep): FailureAlert {
    const attempts = step.retries === 0 ? "its only attempt" : `all ${step.retries + 1} attempts`;
    const before = track.steps.slice(0, track.steps.indexOf(step)).map(({ name }) => name);
    // AWS Data Pipeline may tell of a step that was only not run as if it had failed; one that failed is always told of:
    // https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/dp-manage-cascade-failandrerun.html
    const unless =
        before.length === 0 ? "" : `, unless another message names ${before.join(" or ")}: then it was not run`;
    const skipped = track.steps.slice(track.steps.indexOf(step) + 1).map(({ name }) => name);
    const rest = skipped.length === 0 ? "No other step depends on it." : `Not run this time: ${skipped.join(", ")}.`;
    return {
        subject: `Workflow ${workflow.name}: ${step.name} failed`,
        message: `${step.name} (${step.description}) failed in ${attempts}${unless}. ${rest}`,
    };
}
