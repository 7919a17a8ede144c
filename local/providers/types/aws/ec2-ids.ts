import type { ResourceView, TypeDefinition } from "../definition.ts";
import { arn, regional, tagged } from "./common.ts";

/** An id as EC2 makes them: a prefix and 17 digits. */
export function ec2Id(prefix: string) {
    return (resource: ResourceView): string => `${prefix}-0${resource.hex(prefix, 16)}`;
}

/** A taggable thing of EC2 with an ARN and an owner. */
export function owned(prefix: string, kind: string, definition: Omit<TypeDefinition, "id">): TypeDefinition {
    const id = ec2Id(prefix);
    return regional(
        tagged({
            ...definition,
            id,
            outputs: (resource) => ({
                arn: arn(resource, "ec2", `${kind}/${id(resource)}`),
                ownerId: resource.cloud.accountId,
                ...definition.outputs?.(resource),
            }),
        }),
    );
}
