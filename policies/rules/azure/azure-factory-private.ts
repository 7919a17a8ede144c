import { FACTORY } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const azureFactoryPrivate: ResourceRule = {
    name: "azure-factory-private",
    scope: "resource",
    why: "A factory on the public network lets its integration runtimes be reached from outside.",
    severity: "medium",
    controls: ["pci:1.4.4", "pci:1.3.1", "nist:SC-7", "iso:A.8.20"],
    fix: "Set publicNetworkAccess to Disabled",
    types: [FACTORY],
    check(factory, judge) {
        judge(factory.at("publicNetworkAccess"), (access) =>
            access.text() === "Disabled" ? undefined : "is not Disabled",
        );
    },
};
