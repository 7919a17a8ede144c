import { FUNCTION } from "../checks/types.ts";
import type { ResourceRule } from "../core/rule.ts";

const SECRET_NAME =
    /(PASSWORD|PASSPHRASE|PASSWD|(^|_)(PASS|PWD|PIN|TOKEN|CREDENTIALS?|JWT|BEARER|SALT)$|SECRET|PRIVATE_?KEY|ACCESS_?KEY|API_?KEY|AUTH_?KEY|(SIGNING|ENCRYPTION|HMAC|MASTER)_?KEY|CONNECTION_?STRING|(^|_)DSN$)(?!.*(_|^)?(ARN|ID|NAME|URL|URI|VERSION|PREFIX)$)/i;
const SECRET_VALUE =
    /\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN |AccountKey=|SharedAccess(Key|Signature)|[?&]sig=|\bgh[pousr]_\w{20,}|\bxox[abprs]-[\w-]{10,}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.|:\/\/[^/\s:@]+:[^/\s@]+@|\b(Basic|Bearer) [\w+/=.-]{16,}/;

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
                if (SECRET_NAME.test(name)) return "has the name of a secret";
                return SECRET_VALUE.test(value.text() ?? "") ? "looks like a credential" : undefined;
            });
        }
    },
};
