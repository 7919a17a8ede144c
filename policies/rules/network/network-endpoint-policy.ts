import { type Ours, oursOf } from "../../checks/foreign/ours.ts";
import { allowed } from "../../checks/statements/policy-document.ts";
import { ENDPOINT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** Conditions that hold an endpoint to what the bank owns. */
const OWNER = ["aws:resourceaccount", "aws:resourceorgid"];

export const networkEndpointPolicy: ResourceRule = {
    name: "network-endpoint-policy",
    scope: "resource",
    why: "By an endpoint that reaches every account, data can be carried to a foreign one, past every firewall.",
    severity: "high",
    controls: ["pci:1.4.4", "pci:1.3.2", "nist:AC-4", "nist:SC-7", "nist:SC-7(10)", "iso:A.5.14", "iso:A.8.12"],
    fix: "Set a policy whose statements name the actions and pin aws:ResourceAccount by StringEquals to accounts of ours",
    types: [ENDPOINT],
    check(endpoint, judge) {
        judge(endpoint.at("policy"), (policy) => (policy.isAbsent() ? "is not set: AWS allows everything" : undefined));
        for (const statement of allowed(endpoint.at("policy"))) {
            judge(statement.at("Condition.StringEquals"), (condition) =>
                pinsOwner(condition, oursOf(endpoint)) ? undefined : "leaves open whose resources it reaches",
            );
        }
    },
};

function pinsOwner(condition: Value, ours: Ours | undefined): boolean {
    return condition.keys().some((key) => {
        if (!OWNER.includes(key.toLowerCase())) return false;
        const values = condition.named(key).texts();
        const known = key.toLowerCase() === "aws:resourceaccount" ? ours?.accounts : ours?.organisations;
        return values.length > 0 && values.every((value) => known?.has(value) ?? !/[*?]/.test(value));
    });
}
