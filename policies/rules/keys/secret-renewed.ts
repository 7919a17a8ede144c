import { inProduction } from "../../checks/held-to/production.ts";
import { rotationOfSecret } from "../../checks/links/links.ts";
import { coversAction, fits } from "../../checks/statements/pattern.ts";
import { allowed, policiesOf } from "../../checks/statements/policy-document.ts";
import { MANAGED_POLICY, ROLE, ROLE_POLICY, SECRET, SECRET_ROTATION } from "../../checks/types.ts";
import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

/** PCI DSS asks for a change as often as the bank's own risk analysis says; a quarter is what most say. */
const MOST_DAYS = 90;
/** Days in which a secret that was deleted can be brought back. */
const LEAST_DAYS = 7;

export const secretRenewed: StackRule = {
    name: "secret-renewed",
    scope: "stack",
    why: "A password that never changes is known to everybody who ever saw it, and one deleted at once is lost.",
    severity: "medium",
    controls: ["pci:8.6.3", "nist:IA-5", "iso:A.5.17"],
    fix: `Add a SecretRotation of at most ${MOST_DAYS} days, or a role of the program that puts new values; leave recoveryWindowInDays at ${LEAST_DAYS} or more`,
    types: [SECRET, SECRET_ROTATION],
    check(resource, judge, graph) {
        if (resource.type === SECRET_ROTATION) {
            judge(resource.at("rotationRules"), (rules) => {
                // Written as a rate or as a cron, which comes round at least once a year.
                if (rules.at("scheduleExpression").text() !== undefined) return undefined;
                const days = rules.at("automaticallyAfterDays").number();
                if (days === undefined) return "say nothing of when";
                return days <= MOST_DAYS ? undefined : `come every ${days} days, more than ${MOST_DAYS}`;
            });
            return;
        }
        judge(resource.at("recoveryWindowInDays"), (window) => {
            const days = window.number();
            if (days === undefined || days >= LEAST_DAYS || !inProduction(resource)) return undefined;
            return `is ${days}, so that a secret is lost as soon as it is deleted`;
        });
        judge(resource.at("rotation"), () =>
            graph.referrers(resource, rotationOfSecret).length > 0 || isWritten(resource, graph)
                ? undefined
                : "does not exist, and no role of the program puts a new value",
        );
    },
};

/** Whether a role of the program may put a new value into the secret. */
function isWritten(secret: Resource, graph: Graph): boolean {
    const arn = secret.at("arn");
    return [ROLE, ROLE_POLICY, MANAGED_POLICY]
        .flatMap((type) => graph.ofType(type))
        .flatMap(policiesOf)
        .filter((policy) => policy.isKnown())
        .flatMap(allowed)
        .some(
            (statement) =>
                statement
                    .at("Action")
                    .texts()
                    .some((action) => coversAction(action, "secretsmanager:PutSecretValue")) &&
                statement
                    .at("Resource")
                    .texts()
                    .some((pattern) => fits(pattern, arn.text() ?? "")),
        );
}
