import { allowed, IDENTITY_POLICIES, policiesOf } from "../../checks/statements/policy-document.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** What a request to train must show, by operator and key, since nobody reviews it when it is made. */
const CONDITIONS = [
    ["Bool", "sagemaker:NetworkIsolation"],
    ["Bool", "sagemaker:InterContainerTrafficEncryption"],
    ["ArnEquals", "sagemaker:VolumeKmsKeyArn"],
    ["ArnEquals", "sagemaker:OutputKmsKeyArn"],
] as const;

export const sagemakerTrainingGuarded: ResourceRule = {
    name: "sagemaker-training-guarded",
    scope: "resource",
    why: "A training job is started by a request, not by the program: only permissions can insist on its safeguards.",
    severity: "high",
    controls: ["pci:3.5.1", "nist:SC-7", "nist:SC-28(1)", "iso:A.8.20", "iso:A.8.24"],
    fix: "Allow sagemaker:CreateTrainingJob only under conditions on network isolation, encrypted traffic and both keys",
    types: IDENTITY_POLICIES,
    check(resource, judge) {
        for (const policy of policiesOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Condition"), (condition) => {
                    if (!statement.at("Action").texts().includes("sagemaker:CreateTrainingJob")) return undefined;
                    const missing = CONDITIONS.filter(([operator, key]) => {
                        const demanded = condition.named(operator).named(key).text();
                        return operator === "Bool" ? demanded !== "true" : demanded === undefined;
                    });
                    return missing.length === 0 ? undefined : `lacks ${missing.map(([, key]) => key).join(", ")}`;
                });
            }
        }
    },
};
