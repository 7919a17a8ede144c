import { GetResourcesCommand, type ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import type { Finder, PlatformTags, Tagged } from "./tagged.ts";

export type TaggingOf = (region: string) => Pick<ResourceGroupsTaggingAPIClient, "send">;

/** What carries the tags in these regions of an account. Roles are not among it: that API does not know them. */
export class AwsTagged implements Finder {
    readonly cloud = "AWS";
    readonly #taggingOf: TaggingOf;
    readonly #regions: readonly string[];

    constructor(taggingOf: TaggingOf, regions: readonly string[]) {
        this.#taggingOf = taggingOf;
        this.#regions = [...new Set(regions)];
    }

    async find({ platform, environment }: PlatformTags): Promise<Tagged[]> {
        const found: Tagged[] = [];
        for (const region of this.#regions) {
            const tagging = this.#taggingOf(region);
            let PaginationToken: string | undefined;
            do {
                const answer = await tagging.send(
                    new GetResourcesCommand({
                        TagFilters: [
                            { Key: "platform", Values: [platform] },
                            { Key: "environment", Values: [environment] },
                        ],
                        ...(PaginationToken && { PaginationToken }),
                    }),
                );
                for (const { ResourceARN: id } of answer.ResourceTagMappingList ?? []) {
                    if (id !== undefined) found.push({ id, type: typeOf(id), cloud: this.cloud });
                }
                PaginationToken = answer.PaginationToken;
            } while (PaginationToken);
        }
        return found;
    }
}

/** Service and kind of an ARN: `sqs`, `lambda function`. */
function typeOf(arn: string): string {
    const [, , service = "", , , ...rest] = arn.split(":");
    const kind = /^([\w-]+)[/:]/.exec(rest.join(":"))?.[1];
    return kind === undefined ? service : `${service} ${kind}`;
}
