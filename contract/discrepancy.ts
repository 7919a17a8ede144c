import type { FileFinding, Reason } from "./reasons.ts";
import type { Doubt } from "./supplement.ts";

export type DiscrepancyKind =
    | Reason
    | FileFinding
    | "dead-letter"
    | "late-file"
    | "source-unavailable"
    | "supplementary-run-failed"
    | `supplementary-${Doubt}`
    | "unbalanced"
    | "model-not-asked";

/** At most this many origins are named in one discrepancy. */
export const MAX_ORIGINS = 20;

/** What the discrepancies topic carries: one per invocation and kind, never one per row. */
export interface Discrepancy {
    type: "discrepancy";
    kind: DiscrepancyKind;
    function: string;
    count: number;
    /** The first of them, at most 20. */
    origins: string[];
    detail: string;
}

export function discrepancy(
    kind: DiscrepancyKind,
    functionName: string,
    origins: readonly string[],
    detail: string,
    count: number = origins.length,
): Discrepancy {
    return {
        type: "discrepancy",
        kind,
        function: functionName,
        count,
        origins: origins.slice(0, MAX_ORIGINS),
        detail,
    };
}
