import { DATA_SOURCE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const quicksightSourcePrivate: ResourceRule = {
    name: "quicksight-source-private",
    scope: "resource",
    why: "Figures about customers would travel in public or in clear, or a password would lie in QuickSight.",
    severity: "critical",
    controls: ["pci:1.4.4", "pci:4.2.1", "pci:8.6.2", "nist:SC-7", "nist:SC-8", "iso:A.8.20"],
    fix: "Connect by vpcConnectionProperties, leave TLS on, and name a secret by credentials.secretArn",
    types: [DATA_SOURCE],
    check(source, judge) {
        judge(source.at("vpcConnectionProperties.vpcConnectionArn"), (connection) =>
            connection.isAbsent() ? "is not set: the source is asked over the internet" : undefined,
        );
        // QuickSight has TLS on unless told otherwise.
        judge(source.at("sslProperties.disableSsl"), (off) => (off.flag() === true ? "is on" : undefined));
        judge(source.at("credentials.secretArn"), (secret) => (secret.isAbsent() ? "is not set" : undefined));
        judge(source.at("credentials.credentialPair"), (pair) =>
            pair.isAbsent() ? undefined : "is a password in the program",
        );
    },
};
