/** What became of one run of a workflow, whichever orchestrator ran it. */
export interface WorkflowRun {
    readonly workflow: string;
    /** Steps that failed for good, each of which ended its track. */
    readonly failed: readonly string[];
}
