import { FACTORY_CREDENTIAL, FACTORY_DATASET, FACTORY_PIPELINE, LINKED_SERVICE } from "../../checks/types.ts";
import type { Judge } from "../../core/judge.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** Properties by which a linked service would prove who it is with something that can be stolen. */
const SECRETS = [
    "accountKey",
    "authHeaders",
    "clientSecret",
    "connectionString",
    "encryptedCredential",
    "password",
    "sasToken",
    "sasUri",
    "servicePrincipalEmbeddedCert",
    "servicePrincipalKey",
    "userName",
];
const MANAGED = ["Msi", "ManagedServiceIdentity"];

export const azureFactoryKeyless: ResourceRule = {
    name: "azure-factory-keyless",
    scope: "resource",
    why: "A key in a factory is read by whoever may edit a pipeline, and works from everywhere until somebody rotates it.",
    severity: "critical",
    controls: ["pci:8.6.2", "nist:IA-5", "nist:IA-9", "nist:IA-5(7)", "sox:404-access-2", "iso:A.5.17"],
    fix: "Prove identity by a managed identity everywhere: authenticationType Msi or ManagedServiceIdentity, type MSI",
    types: [LINKED_SERVICE, FACTORY_CREDENTIAL, FACTORY_DATASET, FACTORY_PIPELINE],
    check(resource, judge) {
        CHECKS[resource.type]?.(resource, judge);
    },
};

const CHECKS: Record<string, (resource: Resource, judge: Judge) => void> = {
    [LINKED_SERVICE](service, judge) {
        judge(service.at("properties.authenticationType"), (type) =>
            MANAGED.includes(type.text() ?? "") ? undefined : "is not a managed identity",
        );
        for (const secret of SECRETS) judge(service.at(`properties.${secret}`), holdsSecret);
        if (service.at("properties.type").text() !== "RestService") return;
        judge(service.at("properties.url"), (url) =>
            /^https:\/\//.test(url.text() ?? "") ? undefined : "is not an https address",
        );
        judge(service.at("properties.enableServerCertificateValidation"), (check) =>
            check.flag() === false ? "is off: anybody could answer" : undefined,
        );
        judge(service.at("properties.aadResourceId"), (audience) =>
            audience.isAbsent() ? "is not set: the token would be for nobody" : undefined,
        );
    },
    [FACTORY_CREDENTIAL](credential, judge) {
        judge(credential.at("properties.type"), (type) =>
            type.text() === "ManagedIdentity" ? undefined : "is not ManagedIdentity",
        );
    },
    [FACTORY_DATASET](dataset, judge) {
        judge(dataset.at("properties.additionalHeaders"), holdsSecret);
    },
    [FACTORY_PIPELINE](pipeline, judge) {
        for (const activity of pipeline.at("activities").items()) {
            if (activity.at("type").text() !== "WebActivity") continue;
            judge(activity.at("authentication.type"), (type) =>
                type.text() === "MSI" ? undefined : "is not a managed identity",
            );
        }
    },
};

function holdsSecret(value: Value): string | undefined {
    return value.isAbsent() ? undefined : "holds something that can be stolen";
}
