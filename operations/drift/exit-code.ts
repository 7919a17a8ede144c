import type { DriftReport } from "./report-schema.ts";

/** Exit codes of `npm run drift`. */
export const EXIT = { clean: 0, couldNotTell: 1, drift: 2, critical: 3 } as const;

type Outcome = Pick<DriftReport, "outcome" | "exitCode">;

/** The gravest first: what is known to be broken, then what nobody could look at, then what differs. */
export function outcomeOf({
    findings,
    untold,
    ignores,
}: Pick<DriftReport, "findings" | "untold" | "ignores">): Outcome {
    if (findings.some(({ severity }) => severity === "critical"))
        return { outcome: "critical", exitCode: EXIT.critical };
    if (untold.length > 0) return { outcome: "could-not-tell", exitCode: EXIT.couldNotTell };
    const differs = findings.length > 0 || ignores.faults.length > 0;
    return differs ? { outcome: "drift", exitCode: EXIT.drift } : { outcome: "clean", exitCode: EXIT.clean };
}
