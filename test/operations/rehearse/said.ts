import type { Outcome } from "../../../operations/rehearse/outcome.ts";
import type { Check, Situation } from "../../../operations/rehearse/situation.ts";
import { theSituation } from "./situation.ts";

/** What a step says, a line for each outcome. */
export async function said(check: Check, changes: Partial<Situation> = {}): Promise<string[]> {
    return (await check.look(theSituation(changes))).map(lineOf);
}

function lineOf(outcome: Outcome): string {
    if (outcome.state === "done") return `done: ${outcome.says}`;
    if (outcome.state === "left") return `left: ${outcome.why} | ${outcome.instead}`;
    return `fails: ${outcome.what} ${outcome.value} | ${outcome.fix}`;
}

export const failing = (lines: readonly string[]) => lines.filter((line) => line.startsWith("fails"));
