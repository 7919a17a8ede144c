import { FUNCTION_PERMISSION, FUNCTION_URL } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const lambdaNotPublic: ResourceRule = {
    name: "lambda-not-public",
    scope: "resource",
    why: "A function that anybody may call lets anybody put transactions in.",
    severity: "critical",
    controls: ["pci:7.2.1", "nist:AC-3", "iso:A.8.3"],
    fix: "Name the caller, with sourceArn or sourceAccount when it is a service, and use AWS_IAM for function URLs",
    types: [FUNCTION_PERMISSION, FUNCTION_URL],
    check(resource, judge) {
        if (resource.type === FUNCTION_URL) {
            judge(resource.at("authorizationType"), (type) =>
                type.text() === "AWS_IAM" ? undefined : "lets anybody call the function",
            );
            return;
        }
        judge(resource.at("principal"), (value) => {
            const principal = value.text();
            if (principal === undefined || principal === "*") return "lets anybody call the function";
            if (!principal.endsWith(".amazonaws.com")) return undefined;
            const scoped = ["sourceArn", "sourceAccount", "principalOrgId"].some(
                (property) => !resource.at(property).isKnown() || resource.at(property).text() !== undefined,
            );
            return scoped ? undefined : `lets ${principal} call it for any customer of AWS`;
        });
    },
};
