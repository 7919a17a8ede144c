import { SUBSCRIPTION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const snsDeliversByTls: ResourceRule = {
    name: "sns-delivers-by-tls",
    scope: "resource",
    why: "SNS delivers to an http endpoint in clear text over the internet.",
    severity: "high",
    controls: ["pci:4.2.1", "nist:SC-8", "iso:A.5.14"],
    fix: "Use an https endpoint, e-mail or a queue",
    types: [SUBSCRIPTION],
    check(subscription, judge) {
        judge(subscription.at("protocol"), (protocol) => {
            if (protocol.text() === undefined) return "is not set";
            return protocol.text() === "http" ? "delivers without TLS" : undefined;
        });
    },
};
