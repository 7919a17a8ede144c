import type { Kind } from "./processes.ts";

/** Where a start is, by what it says when it gets there. */
export const PHASES = {
    "setting up": "  Guardrails …",
    "guardrails and services": "• Guardrails",
    creating: "• Creating the platform",
    feeding: "• Feeding transactions",
    processing: "• Finding fraud",
    "batch day": "• Batch day",
    "taking down": "• Taking the local cloud down",
} as const;

export type Phase = keyof typeof PHASES;

/** What is killed, and when: never at a time, always once the start says so and the process is there. */
export interface Point {
    readonly phase: Phase;
    /** `tree`: every process of the start at once. */
    readonly victim: Kind | "tree";
    /** Whether the start has to go on without it, to its end. */
    readonly survives?: boolean;
}

/**
 * Each start of a round rises from what the kill before has left, and is killed itself, a little later; the last one of a
 * round goes to its end. So every round ends in books that balance.
 */
export const ROUNDS: readonly (readonly Point[])[] = [
    [
        { phase: "setting up", victim: "starter" },
        { phase: "setting up", victim: "tree" },
        { phase: "guardrails and services", victim: "npm" },
        { phase: "guardrails and services", victim: "start" },
    ],
    [
        { phase: "creating", victim: "tree" },
        { phase: "creating", victim: "start" },
        { phase: "creating", victim: "starter" },
        { phase: "creating", victim: "services" },
        { phase: "creating", victim: "engine" },
        { phase: "creating", victim: "language host" },
        { phase: "creating", victim: "program" },
        { phase: "creating", victim: "guardrails" },
        { phase: "creating", victim: "provider" },
        { phase: "creating", victim: "leash", survives: true },
    ],
    [
        { phase: "feeding", victim: "npm's shell" },
        { phase: "processing", victim: "warehouse" },
        { phase: "processing", victim: "model" },
        { phase: "processing", victim: "tree" },
        { phase: "processing", victim: "function", survives: true },
    ],
    [
        { phase: "batch day", victim: "start" },
        { phase: "batch day", victim: "training" },
        { phase: "taking down", victim: "start" },
    ],
];

/** `creating/engine`, as the command takes it. */
export function nameOfPoint({ phase, victim }: Point): string {
    return `${phase}/${victim}`.replaceAll(" ", "-");
}
