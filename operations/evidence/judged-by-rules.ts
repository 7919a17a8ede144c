import { Resource, type ResourceRecord } from "../../policies/core/resource.ts";
import { appliesTo, type Rule } from "../../policies/core/rule.ts";
import { evaluate } from "../../policies/evaluate.ts";
import type { ReadExceptions } from "../../policies/exceptions/read-exceptions.ts";
import { EXCEPTIONS_RULE, ExceptionRegister } from "../../policies/exceptions/register.ts";
import type { Finding } from "../../policies/finding.ts";
import type { RuleEvidence } from "./evidence.ts";

export interface JudgedByRules {
    readonly rules: readonly RuleEvidence[];
    /** What is wrong with the exceptions file. */
    readonly faults: readonly string[];
}

/** What each rule judged, and what it found on that day. */
export function judgedByRules(
    records: readonly ResourceRecord[],
    rules: readonly Rule[],
    read: ReadExceptions,
    day: string,
): JudgedByRules {
    const { findings } = evaluate(records, { rules, exceptions: new ExceptionRegister(read, day) });
    const types = records.map((record) => new Resource(record, "resource").type);
    return {
        rules: [...rules]
            .sort((one, other) => (one.name < other.name ? -1 : 1))
            .map((rule) => ({
                name: rule.name,
                why: rule.why,
                fix: rule.fix,
                severity: rule.severity,
                controls: [...rule.controls].sort(),
                judged: types.flatMap((type, place) => (appliesTo(rule, type) ? [place] : [])),
                findings: findings
                    .filter((finding) => finding.rule === rule.name)
                    .map(asEvidence)
                    .sort(byPlace),
            })),
        faults: findings
            .filter(({ rule }) => rule === EXCEPTIONS_RULE)
            .map(({ property, message }) => `${property}: ${message}`),
    };
}

type Found = RuleEvidence["findings"][number];

function asEvidence({ status, urn, property, message, exception }: Finding): Found {
    // The register tells the exception's id and its end; the end stands with the exception.
    const id = exception?.split(" until ")[0];
    return { status, urn, property, message, ...(id !== undefined && { exception: id }) };
}

function byPlace(one: Found, other: Found): number {
    return `${one.urn} ${one.property}` < `${other.urn} ${other.property}` ? -1 : 1;
}
