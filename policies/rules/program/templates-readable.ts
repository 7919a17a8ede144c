import { CLOUDFORMATION_STACK } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** What QuickSight offers by template only; rules about dashboards read them there. */
const READ = ["AWS::QuickSight::Dashboard", "AWS::QuickSight::Theme"];

/** What would fetch, compute or run something that stands in no template. */
const HIDING = ["templateUrl", "policyUrl", "iamRoleArn", "capabilities", "parameters"];
const COMPUTING = ["Transform", "Fn::Transform", "Fn::ForEach"];

export const templatesReadable: ResourceRule = {
    name: "templates-readable",
    scope: "resource",
    why: "What a template makes is no resource of the program: a role in it passes every guardrail about roles.",
    severity: "critical",
    controls: ["pci:2.2.1", "nist:CM-6", "sox:404-change-1", "iso:A.8.9"],
    fix: `Write the template as JSON into templateBody, with ${READ.join(" and ")} only, and everything else as resources of the program`,
    types: [CLOUDFORMATION_STACK],
    check(stack, judge) {
        for (const name of HIDING) {
            judge(stack.at(name), (value) =>
                value.isAbsent() || (value.items().length === 0 && value.keys().length === 0)
                    ? undefined
                    : "brings in what no guardrail reads",
            );
        }
        const template = stack.at("templateBody");
        judge(template, (body) => {
            const document = body.json();
            if (document.isAbsent()) return "is not JSON, which the guardrails read";
            const text = body.text() ?? "";
            const computed = COMPUTING.find((name) => text.includes(`"${name}`));
            if (computed !== undefined) return `computes what it makes, by ${computed}`;
            return document.at("Resources").keys().length > 0 ? undefined : "names no resource";
        });
        const resources = template.json().at("Resources");
        for (const name of resources.keys()) {
            judge(resources.named(name).at("Type"), (type) =>
                READ.includes(type.text() ?? "")
                    ? undefined
                    : `is ${type.text() ?? "not set"}, which no guardrail reads there`,
            );
        }
    },
};
