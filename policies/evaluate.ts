import { fileURLToPath } from "node:url";
import type { ResourceRecord } from "./core/resource.ts";
import type { Rule } from "./core/rule.ts";
import { graphOf, type Judged, judgeResource, judgeStack, resourceOf } from "./core/run-rule.ts";
import { loadExceptions } from "./exceptions/load-exceptions.ts";
import type { ExceptionRegister } from "./exceptions/register.ts";
import { type Finding, findingFor } from "./finding.ts";
import { rules as allRules } from "./rules/index.ts";

export interface EvaluateOptions {
    /** Default: all rules. */
    rules?: readonly Rule[];
    /** Default: those of `policies/exceptions.yaml`, today. A register serves one evaluation. */
    exceptions?: ExceptionRegister;
}

export interface Evaluation {
    findings: Finding[];
    /** How many resources each rule judged, by rule name. */
    checked: Record<string, number>;
}

/** Runs the guardrails in this process over a list of resources: a state export, a drifted state, a mocked program. */
export function evaluate(resources: readonly ResourceRecord[], options: EvaluateOptions = {}): Evaluation {
    const { rules = allRules, exceptions = loadPackExceptions() } = options;
    const graph = graphOf(resources);
    const alone = resources.map(resourceOf);
    const evaluation: Evaluation = { findings: [], checked: {} };
    for (const rule of rules) {
        const judged: Judged[] =
            rule.scope === "stack"
                ? judgeStack(rule, graph)
                : alone.flatMap((resource) => judgeResource(rule, resource) ?? []);
        evaluation.checked[rule.name] = judged.length;
        for (const { resource, verdicts } of judged) {
            for (const verdict of verdicts) {
                evaluation.findings.push(exceptions.apply(findingFor(rule, resource, verdict)));
            }
        }
    }
    evaluation.findings.push(...exceptions.findings(graph.resources[0]));
    return evaluation;
}

function loadPackExceptions(): ExceptionRegister {
    return loadExceptions({
        folder: fileURLToPath(new URL(".", import.meta.url)),
        rules: allRules.map(({ name }) => name),
    });
}
