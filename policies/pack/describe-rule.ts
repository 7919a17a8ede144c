import type { Policy } from "@pulumi/policy";
import type { Rule } from "../core/rule.ts";
import { controls, frameworks } from "../frameworks/index.ts";

/** What the engine shows of a rule. It takes one framework only, so all controls are also in the tags. */
export function describeRule(rule: Rule): Policy {
    const { name, why, severity, fix } = rule;
    const first = rule.controls[0];
    const control = first && controls[first];
    const framework = control && frameworks[control.framework];
    return {
        name,
        description: why,
        severity,
        enforcementLevel: "mandatory",
        remediationSteps: `${fix}.`,
        tags: [...rule.controls],
        ...(framework && {
            framework: {
                name: framework.name,
                version: framework.version,
                reference: control.number,
                specification: control.title,
            },
        }),
    };
}
