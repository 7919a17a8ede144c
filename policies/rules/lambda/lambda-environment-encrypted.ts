import { isCustomerKey } from "../../checks/customer-key.ts";
import { FUNCTION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const lambdaEnvironmentEncrypted: ResourceRule = {
    name: "lambda-environment-encrypted",
    scope: "resource",
    why: "A function's environment maps the platform: a key of ours decides who reads the map.",
    severity: "low",
    controls: ["nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set kmsKeyArn to the platform's data key",
    types: [FUNCTION],
    check(fn, judge) {
        judge(fn.at("kmsKeyArn"), (key) =>
            fn.at("environment.variables").keys().length === 0 ? undefined : isCustomerKey(key),
        );
    },
};
