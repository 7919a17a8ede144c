import { isObject, type Properties } from "../../../store/value.ts";
import { each } from "../../checks/check.ts";
import type { ResourceView, TypeDefinition } from "../definition.ts";

/** `arn:<partition>:<service>:<region>:<account>:<resource>` of something in this resource's region. */
export function arn(resource: ResourceView, service: string, path: string): string {
    const { cloud, region } = resource;
    return `arn:${cloud.partition}:${service}:${region}:${cloud.accountId}:${path}`;
}

/** The ARN of something that belongs to no region, such as a role. */
export function globalArn({ cloud }: ResourceView, service: string, path: string): string {
    return `arn:${cloud.partition}:${service}::${cloud.accountId}:${path}`;
}

/** A type that lives in a region: `region` is an input of each resource, and another one means another resource. */
export function regional(definition: TypeDefinition): TypeDefinition {
    return {
        ...definition,
        replaceOn: [...definition.replaceOn, "region"],
        outputs: (resource) => ({ region: resource.region, ...definition.outputs?.(resource) }),
    };
}

const tagChecks = [
    each("tags", (tags) => (isObject(tags) && Object.keys(tags).length > 50 ? "must have at most 50 tags" : undefined)),
    each("tags", (tags) => reservedTag(tags as Properties)),
];

/** A type with tags: `tagsAll` has those of the provider too. */
export function tagged(definition: TypeDefinition): TypeDefinition {
    return {
        ...definition,
        checks: [...(definition.checks ?? []), ...tagChecks],
        outputs: (resource) => ({ ...definition.outputs?.(resource), tagsAll: allTags(resource) }),
    };
}

function allTags({ cloud, inputs }: ResourceView): Properties | string {
    const tags = inputs.tags ?? {};
    // An unknown map of tags is a text.
    return isObject(tags) ? { ...cloud.defaultTags, ...tags } : (tags as string);
}

function reservedTag(tags: Properties): string | undefined {
    const reserved = Object.keys(tags).find((key) => key.toLowerCase().startsWith("aws:"));
    return reserved === undefined ? undefined : `must not use the reserved prefix aws:, as ${reserved} does`;
}

export const ARN = /^arn:[\w-]+:[\w-]+:[\w-]*:(\d{12})?:.+$/;
