import type { ControlState } from "./evidence.ts";
import { type Html, html } from "./html.ts";

/** A sign besides the word, so that colour never says anything alone. */
const SIGNS: Readonly<Record<ControlState, string>> = {
    broken: "✗",
    undecided: "?",
    excepted: "!",
    holds: "✓",
    "nothing to judge": "–",
    "covered elsewhere": "→",
    "not covered": "○",
};

export const MEANINGS: Readonly<Record<ControlState, string>> = {
    broken: "a guardrail is violated",
    undecided: "a guardrail could not be decided",
    excepted: "but for what was accepted for a time",
    holds: "every guardrail of it, over every resource",
    "nothing to judge": "this environment has no such resource",
    "covered elsewhere": "by something that is no guardrail",
    "not covered": "by nothing",
};

export function mark(state: ControlState): Html {
    return html`<span class="state"><span aria-hidden="true">${SIGNS[state]}</span> ${state}</span>`;
}
