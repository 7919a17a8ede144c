import { Factory } from "@pulumi/azure-native/datafactory/factory.js";
import type { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";

export interface ExchangeFactoryArgs {
    resourceGroup: ResourceGroup;
    /** Azure location, such as `westeurope`. */
    location: string;
}

/** Data Factory that fetches supplementary data; it proves who it is by its own identity and holds no secret. */
export class ExchangeFactory extends ComponentResource {
    readonly factory: Factory;

    constructor(name: string, args: ExchangeFactoryArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:ExchangeFactory", name, {}, opts);
        const { resourceGroup, location } = args;

        this.factory = new Factory(
            name,
            {
                resourceGroupName: resourceGroup.name,
                location,
                identity: { type: "SystemAssigned" },
                publicNetworkAccess: "Disabled",
            },
            { parent: this },
        );
        this.registerOutputs({ factory: this.factory.name });
    }
}
