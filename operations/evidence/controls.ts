import type { Framework, Requirement } from "../../policies/frameworks/framework.ts";
import {
    CONTROL_STATES,
    type ControlEvidence,
    type ControlState,
    type FrameworkEvidence,
    type RuleEvidence,
} from "./evidence.ts";

/** Each control of each framework with the rules that serve it and what they come to. */
export function controlsOf(
    frameworks: Readonly<Record<string, Framework>>,
    rules: readonly RuleEvidence[],
): FrameworkEvidence[] {
    return Object.entries(frameworks).map(([id, { name, version, requirements }]) => ({
        id,
        name,
        version,
        controls: Object.entries(requirements)
            .sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }))
            .map(([number, requirement]) => controlOf(`${id}:${number}`, number, requirement, rules)),
    }));
}

function controlOf(
    id: string,
    number: string,
    { title, beside, where = [], gap }: Requirement,
    all: readonly RuleEvidence[],
): ControlEvidence {
    const rules = all.filter(({ controls }) => controls.includes(id));
    const judged = new Set(rules.flatMap((rule) => rule.judged)).size;
    const findings = rules.flatMap((rule) => rule.findings);
    const state =
        rules.length > 0 ? stateOf(findings, judged) : beside === undefined ? "not covered" : "covered elsewhere";
    return {
        id,
        number,
        title,
        state,
        rules: rules.map(({ name }) => name),
        judged,
        findings: findings.length,
        ...(beside !== undefined && { beside: { text: beside, where } }),
        ...(gap !== undefined && { gap }),
    };
}

/** The gravest of what its rules found. */
function stateOf(findings: RuleEvidence["findings"], judged: number): ControlState {
    const has = (status: string) => findings.some((finding) => finding.status === status);
    if (has("violation")) return "broken";
    if (has("inconclusive")) return "undecided";
    if (has("excepted")) return "excepted";
    return judged > 0 ? "holds" : "nothing to judge";
}

export function countedByState(frameworks: readonly FrameworkEvidence[]): Record<ControlState, number> {
    const controls = frameworks.flatMap((framework) => framework.controls);
    const count = (state: ControlState) => controls.filter((control) => control.state === state).length;
    return Object.fromEntries(CONTROL_STATES.map((state) => [state, count(state)])) as Record<ControlState, number>;
}
