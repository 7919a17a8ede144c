import type { Rule } from "../core/rule.ts";
import type { Judged } from "../core/run-rule.ts";
import type { ExceptionRegister } from "../exceptions/register.ts";
import { blocks, type Finding, findingFor, formatFinding, type Phase } from "../finding.ts";

export interface PackContext {
    phase(): Phase;
    exceptions: ExceptionRegister;
}

export type Level = "advisory" | "mandatory";

/** A finding as the engine is told it. */
export interface Report {
    rule: string;
    message: string;
    urn: string;
    level: Level;
}

export const NOT_OF_TYPE = "This rule is not about resources of this type";
export const NOT_IN_STACK = "The stack has no resource that this rule is about";

/** What to tell of one judgement: each finding has a level of its own, which wins over the policy's. */
export function reportJudged(rule: Rule, { resource, verdicts }: Judged, context: PackContext): Report[] {
    return verdicts.map((verdict) => {
        const finding = context.exceptions.apply(findingFor(rule, resource, verdict));
        return reportFinding(finding, blocks(finding, context.phase()) ? "mandatory" : "advisory", rule.why);
    });
}

/** The reason goes in front, as the policy SDK does itself with plain messages. */
export function reportFinding(finding: Finding, level: Level, why?: string): Report {
    const message = `${why === undefined ? "" : `${why}\n`}${formatFinding(finding)}`;
    return { rule: finding.rule, message, urn: finding.urn, level };
}
