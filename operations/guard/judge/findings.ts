import type { ResourceRecord } from "../../../policies/core/resource.ts";
import { evaluate } from "../../../policies/evaluate.ts";
import { EXCEPTIONS_RULE } from "../../../policies/exceptions/register.ts";
import { type Finding as Found, formatFinding, parseFinding } from "../../../policies/finding.ts";
import { rules } from "../../../policies/rules/index.ts";
import type { Finding } from "../../preview/report.ts";

/**
 * What the guardrails find. A program that failed has no whole graph, so the rules about it have nothing to say, as in the
 * engine's preview.
 */
export function findingsIn(records: readonly ResourceRecord[], failed: boolean): Finding[] {
    if (!failed) return evaluate(records).findings.map(asPreviewTells);
    const alone = evaluate(records, { rules: rules.filter(({ scope }) => scope === "resource") });
    return alone.findings.filter(({ rule }) => rule !== EXCEPTIONS_RULE).map(asPreviewTells);
}

/** The preview reads a finding back from the engine's event, and so says it in these words. */
function asPreviewTells(found: Found): Finding {
    const { rule, status, property, text, exception } = parseFinding(found.rule, formatFinding(found));
    const excepted = exception !== undefined && { exception };
    return { rule, severity: found.severity, status, urn: found.urn, property, message: text, ...excepted };
}
