import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { type Check, each } from "../../checks/check.ts";
import type { Cloud } from "../../cloud.ts";
import type { NameRule } from "../../naming/name-rule.ts";
import type { ResourceView } from "../definition.ts";

/** azure-native adds eight digits to the logical name, without a dash. */
export function azureName(rule: Omit<NameRule, "separator" | "randomLength">): NameRule {
    return { ...rule, separator: "", randomLength: 8 };
}

export function groupId({ cloud }: ResourceView, group: string): string {
    return `/subscriptions/${cloud.subscriptionId}/resourceGroups/${group}`;
}

/** Id of a resource in its resource group, such as `Microsoft.Storage/storageAccounts/<name>`. */
export function resourceId(resource: ResourceView, path: string): string {
    return `${groupId(resource, resource.text("resourceGroupName"))}/providers/${path}`;
}

/** The provider fills in the location from its configuration, as the real one does. */
export function located({ location }: Cloud): Properties {
    return location === undefined ? {} : { location };
}

/** What Azure answers for an identity: ids of the principal it made. */
export function identityOf(resource: ResourceView): Properties {
    const { identity } = resource.inputs;
    if (!isObject(identity) || !String(identity.type).includes("SystemAssigned")) return {};
    return { identity: { principalId: resource.uuid("principal"), tenantId: resource.cloud.tenantId } };
}

export const tagChecks: readonly Check[] = [
    each("tags", (tags) => (isObject(tags) && Object.keys(tags).length > 50 ? "must have at most 50 tags" : undefined)),
    each("tags", oddTag),
];

function oddTag(tags: Value): string | undefined {
    const odd = isObject(tags)
        ? Object.keys(tags).find((key) => key.length > 512 || /[<>%&\\?/]/.test(key))
        : undefined;
    return odd === undefined ? undefined : `must not use <, >, %, &, \\, ? or / in a name, as "${odd}" does`;
}
