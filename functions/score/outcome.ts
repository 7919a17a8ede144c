/** What became of a batch. */
export interface Outcome {
    scored: number;
    /** Scored by an earlier delivery already. */
    retried: number;
    /** Earlier transactions that came late changed what these later ones were found to be. */
    revised: number;
    alerts: number;
    /** Stopped by a guard, and put aside. */
    quarantined?: number;
    /** Of the scored, those that the rules decided on because the model did not answer. */
    scoredByRules?: number;
    /** Decided on by the model after the rules had to. */
    rescored?: number;
    /** The model is to be asked about these later. */
    postponed?: number;
    /** The model was asked about these for a day in vain. */
    leftToRules?: number;
    /** The endpoint did not answer, or not soundly. */
    endpointFailures?: number;
    /** The endpoint was not asked, because it kept failing. */
    circuitOpen?: number;
    /** Profiles that could not be read. */
    profilesUnreadable?: number;
    /** Verdicts that rest on a set from Azure that is missing, stale or unreadable. */
    doubtful?: number;
    /** Such sets of which nobody could be told; the next batch tries again. */
    doubtsUntold?: number;
    /** Hours since the end of what the current profiles cover. */
    profileAgeHours?: number;
    failures: Map<string, unknown>;
}

/** The counts above zero. */
export function positive<Name extends string>(counts: Record<Name, number>): { [name in Name]?: number } {
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => Number(count) > 0)) as {
        [name in Name]?: number;
    };
}
