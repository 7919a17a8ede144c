import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { Dataset } from "@pulumi/azure-native/datafactory/dataset.js";
import type { Factory } from "@pulumi/azure-native/datafactory/factory.js";
import { LinkedService } from "@pulumi/azure-native/datafactory/linkedService.js";
import { Pipeline } from "@pulumi/azure-native/datafactory/pipeline.js";
import type { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { ComponentResource, type ComponentResourceOptions, type Input, interpolate } from "@pulumi/pulumi";
import { BLOB_READER, roleDefinition } from "./azure-roles.ts";
import { batchesName, IN_FACTORY, sourceName } from "./pipelines/names.ts";
import { supplementaryPipeline } from "./pipelines/supplementary-pipeline.ts";
import { SUPPLEMENTARY_SETS } from "./supplementary-sets.ts";
import type { SupplementaryStore } from "./supplementary-store.ts";

export interface ExchangePipelinesArgs {
    resourceGroup: ResourceGroup;
    factory: Factory;
    /** Where the sets lie, each in a folder of its own. */
    store: SupplementaryStore;
    /** Address of the door in AWS, without a slash at its end. */
    url: Input<string>;
    /** For whom its tokens are made out. */
    appUri: string;
}

/**
 * What Data Factory does: reads each set, and brings it to AWS, both as its own identity. A Web activity, which says how a
 * copy ended, has no other by its documentation, and the trust in AWS wants one.
 */
export class ExchangePipelines extends ComponentResource {
    constructor(name: string, args: ExchangePipelinesArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:ExchangePipelines", name, {}, opts);
        const { resourceGroup, factory, store, url, appUri } = args;

        const child = { parent: this };
        const inFactory = { resourceGroupName: resourceGroup.name, factoryName: factory.name };
        new RoleAssignment(
            `${name}-reader`,
            {
                scope: store.container.id,
                principalId: factory.identity.apply((identity) => identity?.principalId ?? ""),
                principalType: "ServicePrincipal",
                roleDefinitionId: roleDefinition(resourceGroup, BLOB_READER),
            },
            child,
        );
        const blobs = new LinkedService(
            `${name}-blobs`,
            {
                ...inFactory,
                linkedServiceName: IN_FACTORY.blobs,
                properties: {
                    type: "AzureBlobStorage",
                    serviceEndpoint: interpolate`https://${store.account.name}.blob.core.windows.net/`,
                    accountKind: "StorageV2",
                    // The factory's own identity, which the storage's firewall lets in.
                    authenticationType: "Msi",
                },
            },
            child,
        );
        const door = new LinkedService(
            `${name}-door`,
            {
                ...inFactory,
                linkedServiceName: IN_FACTORY.door,
                properties: {
                    type: "RestService",
                    url,
                    enableServerCertificateValidation: true,
                    authenticationType: "ManagedServiceIdentity",
                    aadResourceId: appUri,
                },
            },
            child,
        );
        for (const set of SUPPLEMENTARY_SETS) {
            const source = new Dataset(
                `${name}-${set}-source`,
                {
                    ...inFactory,
                    datasetName: sourceName(set),
                    properties: {
                        type: "DelimitedText",
                        linkedServiceName: { referenceName: IN_FACTORY.blobs, type: "LinkedServiceReference" },
                        location: {
                            type: "AzureBlobStorageLocation",
                            container: store.container.name,
                            folderPath: set,
                            fileName: "latest.csv",
                        },
                        columnDelimiter: ",",
                        quoteChar: '"',
                        encodingName: "UTF-8",
                        firstRowAsHeader: true,
                    },
                },
                { ...child, dependsOn: [blobs] },
            );
            const batches = new Dataset(
                `${name}-${set}-batches`,
                {
                    ...inFactory,
                    datasetName: batchesName(set),
                    properties: {
                        type: "RestResource",
                        linkedServiceName: { referenceName: IN_FACTORY.door, type: "LinkedServiceReference" },
                        parameters: { run: { type: "String" } },
                        relativeUrl: {
                            value: `@concat('supplementary/${set}/', dataset().run, '/batches')`,
                            type: "Expression",
                        },
                    },
                },
                { ...child, dependsOn: [door] },
            );
            new Pipeline(
                `${name}-${set}`,
                {
                    ...inFactory,
                    pipelineName: set,
                    description: `Brings the set ${set} to AWS, whole or not at all`,
                    // A second run of the same set waits for the first.
                    concurrency: 1,
                    activities: supplementaryPipeline(set, { url, appUri }),
                },
                { ...child, dependsOn: [source, batches] },
            );
        }
        this.registerOutputs({});
    }
}
