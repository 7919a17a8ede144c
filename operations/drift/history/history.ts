import type { Kind } from "../compare/kind.ts";
import type { Severity } from "../judge/severity.ts";

/** A finding as the runs remember it. Never a value: only where something differed. */
export interface Remembered {
    fingerprint: string;
    /** URN, or ARN or id of what nobody manages. */
    resource: string;
    title: string;
    kind: Kind;
    severity: Severity;
    paths: string[];
    /** Names of broken guardrails. */
    broken: string[];
    firstSeenAt: string;
    lastSeenAt: string;
    /** When it was done, if a cloud says so. */
    occurredAt?: string;
    resolvedAt?: string;
    how?: "repaired" | "ignored";
    /** What the topic has still to be told of it. */
    untold?: "new" | "worse" | "resolved";
}

export interface History {
    version: 1;
    stack: string;
    findings: Remembered[];
}

export function emptyHistory(stack: string): History {
    return { version: 1, stack, findings: [] };
}
