import type { Verdict } from "./verdict.ts";

/** One step of one run, as it goes into the evidence. */
export interface StepReport {
    name: string;
    proves: string;
    answers: string;
    verdict: Verdict;
    seconds: number;
    /** What the step made and could not take away again. */
    leftBehind: string[];
}

export interface VerifyReport {
    stack: string;
    accountId: string;
    region: string;
    /** Part of the name of everything the run made. */
    run: string;
    /** ISO 8601, UTC. */
    startedAt: string;
    finishedAt: string;
    steps: StepReport[];
}

export const EXIT = { held: 0, unknown: 1, failed: 2 } as const;

/** The gravest of all steps; something left behind is a failure too. */
export function exitCode({ steps }: VerifyReport): number {
    if (steps.some(({ verdict, leftBehind }) => verdict.state === "failed" || leftBehind.length > 0))
        return EXIT.failed;
    const some = (state: Verdict["state"]) => steps.some(({ verdict }) => verdict.state === state);
    return some("held") && !some("unknown") ? EXIT.held : EXIT.unknown;
}
