import { CREDENTIAL, CREDENTIAL_NAME } from "../../checks/credentials.ts";
import { FUNCTION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const lambdaNoSecrets: ResourceRule = {
    name: "lambda-no-secrets",
    scope: "resource",
    why: "Whoever may look at a function reads its environment: a secret there is a secret no more.",
    severity: "critical",
    controls: ["pci:8.6.2", "nist:IA-5", "nist:IA-5(7)", "sox:404-access-2", "iso:A.5.17"],
    fix: "Take it out and let the function's role reach what it needs",
    types: [FUNCTION],
    check(fn, judge) {
        const variables = fn.at("environment.variables");
        for (const name of variables.keys()) {
            judge(variables.named(name), (value) => {
                if (CREDENTIAL_NAME.test(name)) return "has the name of a secret";
                return CREDENTIAL.test(value.text() ?? "") ? "looks like a credential" : undefined;
            });
        }
    },
};
