import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";

export interface ExchangeIdentitiesArgs {
    resourceGroup: ResourceGroup;
    /** Azure location, such as `westeurope`. */
    location: string;
}

/** Who the two clouds know each other as: each direction has an identity of its own, and neither has a key. */
export class ExchangeIdentities extends ComponentResource {
    /** As whom Data Factory brings data to AWS. */
    readonly landing: UserAssignedIdentity;
    /** As whom AWS asks Data Factory for runs. */
    readonly asking: UserAssignedIdentity;

    constructor(name: string, args: ExchangeIdentitiesArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:ExchangeIdentities", name, {}, opts);
        const { resourceGroup, location } = args;

        const identity = (purpose: string) =>
            new UserAssignedIdentity(
                `${name}-${purpose}`,
                { resourceGroupName: resourceGroup.name, location },
                { parent: this },
            );
        this.landing = identity("landing");
        this.asking = identity("asking");
        this.registerOutputs({});
    }
}
