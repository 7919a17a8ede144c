import { policyOfGroup } from "../../checks/links/model-links.ts";
import { principals, statements } from "../../checks/statements/policy-document.ts";
import { MODEL_GROUP } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const modelsApprovedByPeople: StackRule = {
    name: "models-approved-by-people",
    scope: "stack",
    why: "A model decides whom the bank suspects; a machine that approves its own proposal leaves nobody answerable.",
    severity: "high",
    controls: ["pci:7.2.1", "nist:AC-3", "nist:AC-5", "sox:404-change-1", "iso:A.8.3", "iso:A.5.3"],
    fix: "Give the group a policy that denies other accounts everything, and roles of the platform sagemaker:UpdateModelPackage",
    types: [MODEL_GROUP],
    check(group, judge, graph) {
        judge(group.at("resourcePolicy"), () => {
            const policies = graph.referrers(group, policyOfGroup).map((policy) => policy.at("resourcePolicy"));
            if (policies.length === 0) return "is absent";
            const denials = policies.flatMap(statements).filter(deniesEverybody);
            if (!denials.some((denial) => limits(denial, "StringNotEquals.aws:PrincipalAccount"))) {
                return "does not deny other accounts";
            }
            const byMachines = denials.some((denial) => limits(denial, "StringEquals.aws:PrincipalTag/platform"));
            return byMachines ? undefined : "lets roles of the platform approve";
        });
    },
};

function deniesEverybody(statement: Value): boolean {
    const everybody = principals(statement).some(({ names }) => names.includes("*"));
    return everybody && statement.at("Effect").text() === "Deny";
}

/** Whether the denial covers approving, and holds under exactly this condition. */
function limits(denial: Value, condition: string): boolean {
    const [operator = "", key = ""] = condition.split(".");
    const conditions = denial.at("Condition");
    const alone = conditions.keys().length === 1 && conditions.named(operator).keys().length === 1;
    const named = conditions.named(operator).named(key).text() !== undefined;
    return alone && named && denial.at("Action").texts().includes("sagemaker:UpdateModelPackage");
}
