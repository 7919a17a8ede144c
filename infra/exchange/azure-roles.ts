import type { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { interpolate, type Output } from "@pulumi/pulumi";
import { guidFrom } from "./guid-from.ts";

/** Azure's own roles that only read blobs, and that also write them; their ids are the same everywhere. */
export const BLOB_READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
export const BLOB_WRITER = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";

/** Id of our own role that asks the factory of a resource group for runs. */
export function askingRole(groupId: string): string {
    return guidFrom(`${groupId} asks for runs`);
}

/** The address of a role in the subscription of this group. */
export function roleDefinition(group: ResourceGroup, role: string | Output<string>): Output<string> {
    const subscription = group.id.apply((id) => id.split("/resourceGroups/")[0] ?? "");
    return interpolate`${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
}
