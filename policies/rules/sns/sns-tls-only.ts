import { policyOfTopic } from "../../checks/links/links.ts";
import { refusesPlainHttp } from "../../checks/statements/refuses-plain-http.ts";
import { TOPIC } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const snsTlsOnly: StackRule = {
    name: "sns-tls-only",
    scope: "stack",
    why: "Without a denial of plain HTTP, alerts about customers may be published unencrypted.",
    severity: "high",
    controls: ["pci:4.2.1", "nist:SC-8", "iso:A.5.14"],
    // SNS takes no wildcard among the actions of a topic's policy.
    fix: "Give the topic a TopicPolicy that denies everybody sns:Publish when aws:SecureTransport is false",
    types: [TOPIC],
    check(topic, judge, graph) {
        judge(topic.at("policy"), () => {
            const beside = graph.referrers(topic, policyOfTopic);
            // Without a policy beside it the one inside counts.
            const policies = (beside.length > 0 ? beside : [topic]).map((policy) => policy.at("policy"));
            const all = { action: "sns:Publish", resources: [topic.at("arn")] };
            const refused = policies.every((policy) => refusesPlainHttp(policy, all));
            return refused ? undefined : "does not refuse plain HTTP";
        });
    },
};
