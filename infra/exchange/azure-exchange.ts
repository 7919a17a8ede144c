import type { Factory } from "@pulumi/azure-native/datafactory/factory.js";
import { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Writer } from "../supplementary-writers.ts";
import { ExchangeFactory } from "./exchange-factory.ts";
import { ExchangeIdentities } from "./exchange-identities.ts";
import { ExchangeWatch, type ExchangeWatchArgs } from "./exchange-watch.ts";
import { SupplementaryStore } from "./supplementary-store.ts";

export interface AzureExchangeArgs extends Pick<ExchangeWatchArgs, "alertEmails" | "logDays" | "budget"> {
    /** Azure location of everything in it. */
    location: string;
    /** The Azure tenant. */
    tenantId: string;
    /** Copies of the data: in one building (LRS) or in three (ZRS), one region in both. */
    replication: "Standard_LRS" | "Standard_ZRS";
    /** Who may put data there to be fetched. */
    writers: Writer[];
    /** Whether `pulumi destroy` may delete the exchange with all data in it. Default: false. */
    deletable?: boolean;
}

/** The Azure side: where supplementary data for the model lies, and the Data Factory that fetches it. */
export class AzureExchange extends ComponentResource {
    readonly resourceGroup: ResourceGroup;
    readonly identities: ExchangeIdentities;
    readonly factory: Factory;
    readonly store: SupplementaryStore;

    constructor(name: string, args: AzureExchangeArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:AzureExchange", name, {}, opts);
        const { location, tenantId, replication, writers, deletable = false, alertEmails, logDays, budget } = args;

        const child = { parent: this };
        this.resourceGroup = new ResourceGroup(name, { location }, { ...child, protect: !deletable });
        const place = { resourceGroup: this.resourceGroup, location };
        this.identities = new ExchangeIdentities(name, place, child);
        this.factory = new ExchangeFactory(name, place, child).factory;
        const { factory } = this;
        const store = { ...place, reader: factory, writers, tenantId, replication, deletable };
        this.store = new SupplementaryStore(name, store, child);
        const { account } = this.store;
        new ExchangeWatch(name, { ...place, factory, account, alertEmails, logDays, budget }, child);
        this.registerOutputs({});
    }
}
