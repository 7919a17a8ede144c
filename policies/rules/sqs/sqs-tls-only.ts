import { policyOfQueue } from "../../checks/links/links.ts";
import { refusesPlainHttp } from "../../checks/statements/refuses-plain-http.ts";
import { QUEUE } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const sqsTlsOnly: StackRule = {
    name: "sqs-tls-only",
    scope: "stack",
    why: "Without a denial of plain HTTP, whoever holds a permission may send transactions unencrypted.",
    severity: "high",
    controls: ["pci:4.2.1", "nist:SC-8", "iso:A.5.14"],
    fix: "Give the queue a QueuePolicy that denies everybody sqs:* when aws:SecureTransport is false",
    types: [QUEUE],
    check(queue, judge, graph) {
        judge(queue.at("policy"), () => {
            const beside = graph.referrers(queue, policyOfQueue);
            // Without a policy beside it the one inside counts.
            const policies = (beside.length > 0 ? beside : [queue]).map((policy) => policy.at("policy"));
            const all = { action: "sqs:*", resources: [queue.at("arn")] };
            const refused = policies.every((policy) => refusesPlainHttp(policy, all));
            return refused ? undefined : "does not refuse plain HTTP";
        });
    },
};
