import { FACTORY } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const azureFactoryIdentity: ResourceRule = {
    name: "azure-factory-identity",
    scope: "resource",
    why: "A factory without an identity of its own needs stored keys to reach its sources.",
    severity: "high",
    controls: ["pci:8.6.3", "nist:IA-9", "iso:A.5.17"],
    fix: "Set identity.type to SystemAssigned or SystemAssigned,UserAssigned",
    types: [FACTORY],
    check(factory, judge) {
        judge(factory.at("identity.type"), (type) =>
            (type.text() ?? "").includes("SystemAssigned") ? undefined : "gives the factory no identity of its own",
        );
    },
};
