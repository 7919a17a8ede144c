import { API_INTEGRATION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const apiCallsOwnFunction: ResourceRule = {
    name: "api-calls-own-function",
    scope: "resource",
    why: "An integration with an address elsewhere hands what comes in, with the caller's token, to whoever is there.",
    severity: "high",
    controls: ["pci:1.4.4", "nist:AC-4", "iso:A.5.14"],
    fix: "Set integrationType to AWS_PROXY and integrationUri to a function of the platform",
    types: [API_INTEGRATION],
    check(integration, judge) {
        judge(integration.at("integrationType"), (type) =>
            type.text() === "AWS_PROXY" ? undefined : "is not AWS_PROXY",
        );
        judge(integration.at("integrationUri"), (uri) =>
            /^arn:[\w-]+:(lambda|apigateway):/.test(uri.text() ?? "") ? undefined : "is not a function",
        );
    },
};
