import { integrationToFunction, mappingToFunction } from "../../checks/links/links.ts";
import { FUNCTION } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const lambdaInNetwork: StackRule = {
    name: "lambda-in-network",
    scope: "stack",
    why: "A function that handles transactions outside the private network could send them anywhere.",
    severity: "high",
    controls: ["pci:1.4.4", "pci:1.3.2", "nist:SC-7", "nist:AC-4", "iso:A.8.20", "iso:A.8.22"],
    fix: "Set vpcConfig with subnetIds and securityGroupIds of the private network on each function behind a queue or an API",
    types: [FUNCTION],
    check(fn, judge, graph) {
        for (const property of ["subnetIds", "securityGroupIds"]) {
            judge(fn.at(`vpcConfig.${property}`), (given) => {
                if (given.texts().length > 0) return undefined;
                if (graph.referrers(fn, mappingToFunction).length > 0) {
                    return "is not set for a function that works on a queue";
                }
                return graph.referrers(fn, integrationToFunction).length > 0
                    ? "is not set for a function that an API calls"
                    : undefined;
            });
        }
    },
};
