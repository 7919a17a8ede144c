import type { ResourceRecord } from "../../../policies/core/resource.ts";
import type { Rule } from "../../../policies/core/rule.ts";
import { evaluate } from "../../../policies/evaluate.ts";
import { EXCEPTIONS_RULE } from "../../../policies/exceptions/register.ts";
import type { Finding } from "../../../policies/finding.ts";
import { rules as allRules } from "../../../policies/rules/index.ts";
import type { Drift } from "../compare/classify.ts";
import type { Held } from "../state/held.ts";
import { recordsOf, withDrifts } from "./records.ts";

/** Asks the guardrails; all of them unless some are named. */
export type Guardrails = (records: readonly ResourceRecord[], rules?: readonly Rule[]) => readonly Finding[];

export interface Judgement {
    /** What each drift breaks that holds in the state. */
    readonly broken: ReadonlyMap<Drift, readonly Finding[]>;
    /** Guardrails that the state breaks already, which is no drift. */
    readonly inState: number;
}

const ourGuardrails: Guardrails = (records, rules = allRules) => evaluate(records, { rules }).findings;

/** Runs the guardrails over the state and over reality: what only reality breaks, a drift broke. */
export function judge(state: readonly Held[], drifts: readonly Drift[], ask: Guardrails = ourGuardrails): Judgement {
    const held = recordsOf(state);
    const before = relevant(ask(held));
    const known = new Set(before.map(keyOf));
    const broken = new Map<Drift, Finding[]>(drifts.map((drift) => [drift, []]));
    const inState = before.filter(({ status }) => status === "violation").length;
    if (drifts.length === 0) return { broken, inState };
    const fresh = relevant(ask(withDrifts(state, drifts))).filter((finding) => !known.has(keyOf(finding)));
    const note = (drift: Drift, finding: Finding) => broken.get(drift)?.push(finding);
    const elsewhere = fresh.filter((finding) => {
        const own = drifts.find((drift) => drift.before.resource.urn === finding.urn);
        if (own !== undefined) note(own, finding);
        return own === undefined;
    });
    for (const [finding, causes] of causesOf(elsewhere, state, drifts, ask)) {
        for (const drift of causes) note(drift, finding);
    }
    return { broken, inState };
}

/** Which drifts break a control of a resource that did not drift: those that do so alone, else all together. */
function causesOf(
    findings: readonly Finding[],
    state: readonly Held[],
    drifts: readonly Drift[],
    ask: Guardrails,
): [Finding, readonly Drift[]][] {
    if (findings.length === 0 || drifts.length === 1) return findings.map((finding) => [finding, drifts]);
    const names = new Set(findings.map(({ rule }) => rule));
    const rules = allRules.filter(({ name }) => names.has(name));
    const alone = drifts.map((drift) => {
        const keys = new Set(relevant(ask(withDrifts(state, [drift]), rules)).map(keyOf));
        return { drift, keys };
    });
    return findings.map((finding) => {
        const causes = alone.filter(({ keys }) => keys.has(keyOf(finding))).map(({ drift }) => drift);
        return [finding, causes.length > 0 ? causes : drifts];
    });
}

/** An exception that a drift makes useless is not for the night. */
function relevant(findings: readonly Finding[]): Finding[] {
    return findings.filter(({ rule }) => rule !== EXCEPTIONS_RULE);
}

function keyOf({ rule, urn, property, status, message }: Finding): string {
    return JSON.stringify([rule, urn, property, status, message]);
}
