import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { ListModelPackagesCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { ActivityLogRecords } from "./causes/activity-log.ts";
import { azureClient } from "./causes/azure-client.ts";
import { azureToken } from "./causes/azure-token.ts";
import { Causes } from "./causes/cause.ts";
import { CloudTrailRecords } from "./causes/cloud-trail.ts";
import type { IsApproved } from "./expected/sort-out.ts";
import type { FindPorts } from "./find-drift.ts";
import { AwsTagged } from "./unmanaged/aws-tagged.ts";
import { AzureTagged } from "./unmanaged/azure-tagged.ts";

/** Where a stack is. */
export interface Places {
    /** Region of AWS. */
    region: string;
    /** Subscription of Azure, where the stack has one. */
    subscriptionId: string | undefined;
}

/** What belongs to no region is listed and recorded in this one. */
const GLOBAL_REGION = "us-east-1";
/** CloudTrail answers two questions a second and makes others wait. */
const PATIENT = { maxAttempts: 8 };

/** The clouds beside the engine: who did it, what nobody manages, which model is approved. */
export function cloudPorts({ region, subscriptionId }: Places, env: NodeJS.ProcessEnv): FindPorts {
    const azure = azureClient(() => azureToken(env));
    const trailOf = clients((at) => new CloudTrailClient({ region: at, ...PATIENT }));
    const taggingOf = clients((at) => new ResourceGroupsTaggingAPIClient({ region: at }));
    return {
        causes: new Causes([new CloudTrailRecords(trailOf, region), new ActivityLogRecords(azure)]),
        finders: [
            new AwsTagged(taggingOf, [region, GLOBAL_REGION]),
            ...(subscriptionId === undefined ? [] : [new AzureTagged(azure, subscriptionId)]),
        ],
        isApproved: approvals(new SageMakerClient({ region })),
    };
}

/** The laptop's clouds keep no records, and have nothing beside what the engine made. */
export const localPorts: FindPorts = {
    causes: new Causes([]),
    finders: [],
    isApproved: async () => false,
};

function clients<C>(make: (region: string) => C): (region: string) => C {
    const made = new Map<string, C>();
    return (region) => {
        const client = made.get(region) ?? make(region);
        made.set(region, client);
        return client;
    };
}

/** Whether people approved a version in the registry. */
export function approvals(sagemaker: Pick<SageMakerClient, "send">): IsApproved {
    return async ({ group, number }) => {
        let NextToken: string | undefined;
        do {
            const page = await sagemaker.send(
                new ListModelPackagesCommand({
                    ModelPackageGroupName: group,
                    ModelApprovalStatus: "Approved",
                    ...(NextToken !== undefined && { NextToken }),
                }),
            );
            if (page.ModelPackageSummaryList?.some((one) => one.ModelPackageVersion === number)) return true;
            NextToken = page.NextToken;
        } while (NextToken !== undefined);
        return false;
    };
}
