import { Group } from "@pulumi/aws/quicksight/group.js";
import { GroupMembership } from "@pulumi/aws/quicksight/groupMembership.js";
import type { Resource } from "@pulumi/pulumi";

/** One group of people, and what of the figures they may see. */
export interface Reader {
    /** What the bank calls the group: small letters, digits and dashes. */
    group: string;
    /** Channels whose figures they see; absent for all. */
    channels?: readonly string[] | undefined;
    /** Countries whose figures they see, by ISO 3166-1 code; absent for all. */
    countries?: readonly string[] | undefined;
    /** Names that QuickSight has for those of them who exist there; the bank's directory may add others. */
    members?: readonly string[] | undefined;
}

export interface ReadersArgs {
    accountId: string;
    /** Region in which QuickSight keeps the account's people and groups; it was chosen with the subscription. */
    identityRegion: string;
    /** Put before each group's name, since an account has one name space for them. */
    prefix: string;
    readers: readonly Reader[];
    /** What must be there before anybody can be known. */
    dependsOn: Resource[];
}

/** Who QuickSight knows of the readers: their groups by name and by ARN. */
export interface KnownReaders {
    groups: { name: string; arn: string; reader: Reader }[];
    resources: Resource[];
}

/** The groups, and who of their members is named here. */
export function knowReaders(parent: Resource, args: ReadersArgs): KnownReaders {
    const { accountId, identityRegion, prefix, readers, dependsOn } = args;
    const resources: Resource[] = [];
    const groups = readers.map((reader) => {
        const name = `${prefix}-${reader.group}`;
        const group = new Group(
            reader.group,
            { groupName: name, description: sees(reader), region: identityRegion },
            { parent, dependsOn },
        );
        resources.push(group);
        (reader.members ?? []).forEach((memberName, index) => {
            new GroupMembership(
                `${reader.group}-${index + 1}`,
                { groupName: group.groupName, memberName, region: identityRegion },
                { parent },
            );
        });
        return { name, arn: `arn:aws:quicksight:${identityRegion}:${accountId}:group/default/${name}`, reader };
    });
    return { groups, resources };
}

function sees({ channels, countries }: Reader): string {
    const some = (given: readonly string[] | undefined, all: string) => given?.join(", ") ?? all;
    return `Sees the compliance dashboard: ${some(channels, "all channels")}; ${some(countries, "all countries")}`;
}
