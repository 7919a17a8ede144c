import type { Properties } from "../../store/value.ts";
import { pattern } from "../checks/common.ts";
import type { ProviderPackage } from "../session.ts";
import { azureNativeTypes } from "../types/azure-native/index.ts";

/** Used when the configuration names none: ids that cannot be taken for real ones. */
const FALLBACK_SUBSCRIPTION = "00000000-0000-4000-a000-000000000001";
const FALLBACK_TENANT = "00000000-0000-4000-a000-000000000002";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const checks = [pattern("subscriptionId", GUID, "a GUID"), pattern("tenantId", GUID, "a GUID")];

export const azureNative: ProviderPackage = {
    name: "azure-native",
    types: azureNativeTypes,
    invokes: {
        "azure-native:authorization:getClientConfig": (_args, { subscriptionId, tenantId }) => ({
            clientId: "00000000-0000-4000-a000-000000000003",
            objectId: "00000000-0000-4000-a000-000000000004",
            subscriptionId,
            tenantId,
        }),
    },
    checkConfig: (config) => checks.flatMap((check) => check(config)),
    cloud: (config) => ({
        accountId: "",
        region: "",
        partition: "",
        dnsSuffix: "",
        defaultTags: {},
        subscriptionId: text(config, "subscriptionId") ?? FALLBACK_SUBSCRIPTION,
        tenantId: text(config, "tenantId") ?? FALLBACK_TENANT,
        location: text(config, "location"),
    }),
};

function text(config: Properties, name: string): string | undefined {
    const value = config[name];
    return typeof value === "string" ? value : undefined;
}
