import {
    configurationOfEndpoint,
    isServerless,
    policyOfScaling,
    scalingOfEndpoint,
    variantsOf,
} from "../../checks/links/model-links.ts";
import { ENDPOINT_CONFIGURATION, MODEL_ENDPOINT } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const sagemakerScales: StackRule = {
    name: "sagemaker-scales",
    scope: "stack",
    why: "On the busiest day a fixed number of machines answers too late, and rules alone decide.",
    severity: "medium",
    controls: ["nist:SC-5", "sox:404-operations-1", "iso:A.8.6"],
    fix: "Register the variant as a scaling target, with a target-tracking policy",
    types: [MODEL_ENDPOINT],
    check(endpoint, judge, graph) {
        judge(endpoint.at("name"), () => {
            const configurations = graph.targets(endpoint, configurationOfEndpoint, ENDPOINT_CONFIGURATION);
            const variants = configurations.flatMap(variantsOf);
            if (variants.length > 0 && variants.every(isServerless)) return undefined;
            const targets = graph.referrers(endpoint, scalingOfEndpoint);
            if (targets.length === 0) return "is no scaling target";
            const policies = targets.flatMap((target) => graph.referrers(target, policyOfScaling));
            const tracking = policies.some(
                (policy) => !policy.at("targetTrackingScalingPolicyConfiguration").isAbsent(),
            );
            return tracking ? undefined : "is scaled by no target-tracking policy";
        });
    },
};
