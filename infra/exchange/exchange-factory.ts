import { Factory } from "@pulumi/azure-native/datafactory/factory.js";
import type { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { all, ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";

export interface ExchangeFactoryArgs {
    resourceGroup: ResourceGroup;
    /** Azure location, such as `westeurope`. */
    location: string;
    /** As whom else it may act, besides its own identity. */
    acts: UserAssignedIdentity[];
}

/** Data Factory that fetches supplementary data; it proves who it is by its own identity and holds no secret. */
export class ExchangeFactory extends ComponentResource {
    readonly factory: Factory;

    constructor(name: string, args: ExchangeFactoryArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:ExchangeFactory", name, {}, opts);
        const { resourceGroup, location, acts } = args;

        this.factory = new Factory(
            name,
            {
                resourceGroupName: resourceGroup.name,
                location,
                identity: {
                    type: "SystemAssigned,UserAssigned",
                    // Azure wants a map by id; the SDK, which takes anything here, turns no list into one.
                    userAssignedIdentities: all(acts.map(({ id }) => id)).apply((ids) =>
                        Object.fromEntries(ids.map((id) => [id, {}])),
                    ),
                },
                publicNetworkAccess: "Disabled",
            },
            { parent: this },
        );
        this.registerOutputs({ factory: this.factory.name });
    }
}
