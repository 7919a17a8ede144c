import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";

export interface ExchangeIdentitiesArgs {
    resourceGroup: ResourceGroup;
    /** Azure location, such as `westeurope`. */
    location: string;
}

/** As whom AWS acts on Azure, without a key. The other way it is Data Factory itself that acts, as its own identity. */
export class ExchangeIdentities extends ComponentResource {
    /** As whom AWS asks Data Factory for runs. */
    readonly asking: UserAssignedIdentity;

    constructor(name: string, args: ExchangeIdentitiesArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:ExchangeIdentities", name, {}, opts);
        const { resourceGroup, location } = args;

        this.asking = new UserAssignedIdentity(
            `${name}-asking`,
            { resourceGroupName: resourceGroup.name, location },
            { parent: this },
        );
        this.registerOutputs({});
    }
}
