import { CREDENTIAL, CREDENTIAL_NAME } from "../../checks/credentials.ts";
import { FUNCTION, MODEL, PIPELINE_DEFINITION } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const textsWithoutSecrets: ResourceRule = {
    name: "texts-without-secrets",
    scope: "resource",
    why: "Descriptions, tags, commands and environments are read by everybody who may look at the resource.",
    severity: "high",
    controls: ["pci:8.6.2", "nist:IA-5", "sox:404-access-2", "iso:A.5.17"],
    fix: "Take the credential out, revoke it, and let the role of whoever needs it reach a secret",
    // Functions have a rule of their own, which reads the names of variables too.
    types: (type) => /^(aws|azure-native|azuread):/.test(type) && type !== FUNCTION,
    check(resource, judge) {
        for (const leaf of resource.leaves()) {
            judge(leaf, (text) => (CREDENTIAL.test(text.text() ?? "") ? "looks like a credential" : undefined));
        }
        for (const [name, value] of namedIn(resource)) {
            judge(value, () => (CREDENTIAL_NAME.test(name) ? "has the name of a secret" : undefined));
        }
    },
};

/** Variables and fields whose name says what they hold. */
function namedIn(resource: Resource): [string, Value][] {
    if (resource.type === MODEL) {
        const containers = [resource.at("primaryContainer"), ...resource.at("containers").items()];
        return containers.flatMap((container) => {
            const environment = container.at("environment");
            return environment.keys().map((name): [string, Value] => [name, environment.named(name)]);
        });
    }
    if (resource.type !== PIPELINE_DEFINITION) return [];
    const fields = resource
        .at("pipelineObjects")
        .items()
        .flatMap((object) => object.at("fields").items());
    // A field that Data Pipeline keeps secret begins with a star.
    return fields.map((field): [string, Value] => [
        (field.at("key").text() ?? "").replace(/^\*/, ""),
        field.at("stringValue"),
    ]);
}
