import { holdsRestricted } from "../../checks/held-to/restricted.ts";
import { isServerless, variantsOf } from "../../checks/links/model-links.ts";
import { ENDPOINT_CONFIGURATION, SCALING_TARGET } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

const LEAST = 2;

export const sagemakerRedundant: ResourceRule = {
    name: "sagemaker-redundant",
    scope: "resource",
    why: "One machine is in one availability zone, and when that fails no model sees any transaction.",
    severity: "high",
    controls: ["nist:CP-10", "nist:SC-5", "iso:A.8.6", "iso:A.8.14"],
    fix: `Run ${LEAST} or more instances, also as the minCapacity of scaling`,
    types: [ENDPOINT_CONFIGURATION, SCALING_TARGET],
    check(resource, judge) {
        if (!holdsRestricted(resource)) return;
        if (resource.type === SCALING_TARGET) {
            if (resource.at("serviceNamespace").text() === "sagemaker") judge(resource.at("minCapacity"), enough);
            return;
        }
        for (const variant of variantsOf(resource)) {
            judge(variant.at("initialInstanceCount"), (count) =>
                isServerless(variant) ? "is not possible, since the variant is serverless" : enough(count),
            );
        }
    },
};

function enough(count: Value): string | undefined {
    const given = count.number();
    if (given === undefined) return "is not set";
    return given >= LEAST ? undefined : `is ${given}`;
}
