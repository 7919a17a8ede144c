/** One step: a run of a platform function. A run of Lambda ends after 15 minutes, hence the longest timeout. */
export interface WorkflowStep {
    /** Unique in the workflow: lower-case words joined by dashes, at most 40 characters. */
    name: string;
    /** Verb of the function it runs, one of those in `functions/`. */
    runs: string;
    /** What it does, for the person whom its failure wakes up; 10 to 200 characters. */
    description: string;
    /** Longest attempt, in minutes; 1 to 15. */
    timeoutMinutes: number;
    /** Further attempts after a failed one; 0 to 5. */
    retries: number;
    /** Wait before each further attempt, in minutes; 2 to 60. */
    retryDelayMinutes: number;
}

/** Steps that run one after the other. One that fails for good is told of, and those after it do not run. */
export interface WorkflowTrack {
    /** Unique in the workflow: lower-case words joined by dashes, at most 40 characters. */
    name: string;
    steps: WorkflowStep[];
}

/** The batch side of the platform as plain data, which any orchestrator can carry out. */
export interface Workflow {
    /** Lower-case words joined by dashes, at most 40 characters. */
    name: string;
    /** Minutes from the start of one run to the start of the next; 15 to 10080, a week. No run may take longer. */
    periodMinutes: number;
    /** They run side by side; what fails in one stops none of the others. */
    tracks: WorkflowTrack[];
}

/** What the platform does by itself, besides waiting for files and messages. */
export function batchWorkflow(periodMinutes: number): Workflow {
    return {
        name: "batch",
        periodMinutes,
        tracks: [
            {
                name: "intake",
                steps: [
                    {
                        name: "collect",
                        runs: "collect",
                        description: "Fetches new files from each configured source into landing",
                        timeoutMinutes: 15,
                        retries: 2,
                        retryDelayMinutes: 5,
                    },
                ],
            },
        ],
    };
}
