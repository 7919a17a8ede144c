import type { ResourceTransformation } from "@pulumi/pulumi";

/** What every resource of an environment says about itself; a component may say more exactly how long it keeps data. */
export interface EnvironmentTags {
    environment: string;
    owner: string;
    costCentre: string;
    dataClassification: string;
}

/** The tags of an environment as both clouds have them. What holds data says its own retention. */
export function tagsOf(tags: EnvironmentTags): Record<string, string> {
    return {
        platform: "compliance-platform",
        environment: tags.environment,
        owner: tags.owner,
        "cost-centre": tags.costCentre,
        "data-classification": tags.dataClassification,
        // For what holds no data of its own.
        retention: "none",
    };
}

/**
 * Puts the tags on every resource that takes tags, in both clouds. The classes of both SDKs list all their inputs, set
 * or not, so a resource takes tags exactly if `tags` is among its properties: no list of types can be out of date.
 */
export function tagged(tags: EnvironmentTags): ResourceTransformation {
    const common = tagsOf(tags);
    return ({ type, props, opts }) => {
        // In Entra, tags are words by which its portal shows an application.
        if (!("tags" in props) || type.startsWith("azuread:")) return undefined;
        return { props: { ...props, tags: { ...common, ...props.tags } }, opts };
    };
}
