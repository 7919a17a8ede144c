import type { ResourceRule } from "../../core/rule.ts";

const SECRETS = ["accessKey", "secretKey", "token", "clientSecret", "clientCertificatePassword"];

export const providerNoStaticKeys: ResourceRule = {
    name: "provider-no-static-keys",
    scope: "resource",
    why: "Keys in a provider's settings end up in the state and in every copy of it.",
    severity: "critical",
    controls: ["pci:8.6.2", "nist:IA-5", "nist:IA-5(7)", "sox:404-access-2", "iso:A.5.17"],
    fix: "Remove it and let the pipeline's OIDC identity or your own session provide credentials",
    types: (type) => type.startsWith("pulumi:providers:"),
    check(provider, judge) {
        for (const name of SECRETS) {
            judge(provider.at(name), (value) => (value.isAbsent() ? undefined : "puts a credential into the state"));
        }
    },
};
