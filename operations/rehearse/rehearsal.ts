import { left, type Outcome } from "./outcome.ts";
import type { Check, Situation } from "./situation.ts";

export interface Looked {
    readonly check: string;
    readonly outcomes: readonly Outcome[];
}

/** The JSON of `npm run up -- --rehearse --format json`. */
export interface Rehearsal {
    readonly version: 1;
    readonly stack: string;
    readonly steps: readonly Looked[];
}

/** Nothing would fail; something would; nothing that was looked at would, but something is left to look at. */
export const EXIT = { done: 0, fails: 2, left: 3 } as const;

/** Looks at one thing after the other; one that cannot be looked at says why, and the next is looked at all the same. */
export async function rehearse(
    situation: Situation,
    checks: readonly Check[],
    around: (name: string, look: () => Promise<Looked>) => Promise<Looked> = (_, look) => look(),
): Promise<Rehearsal> {
    const steps: Looked[] = [];
    for (const { name, look } of checks) {
        steps.push(
            await around(name, async () => ({
                check: name,
                outcomes: await look(situation).catch((cause: unknown) => [left(said(cause))]),
            })),
        );
    }
    return { version: 1, stack: situation.stack, steps };
}

export function exitCode({ steps }: Rehearsal): number {
    const states = steps.flatMap(({ outcomes }) => outcomes.map(({ state }) => state));
    if (states.includes("fails")) return EXIT.fails;
    return states.includes("left") ? EXIT.left : EXIT.done;
}

function said(cause: unknown): string {
    const { name, message } = cause instanceof Error ? cause : { name: "Error", message: String(cause) };
    const line = message.split("\n", 1)[0] ?? "";
    return name === "Error" || name === "UserError" ? line : `${name}: ${line}`;
}
