import { pattern } from "../checks/common.ts";
import type { ProviderPackage } from "../session.ts";
import { azureadTypes } from "../types/azuread/index.ts";
import { azureNative } from "./azure-native.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const tenant = pattern("tenantId", GUID, "a GUID");

/** Entra: the tenant above the subscriptions, without any of them. */
export const azuread: ProviderPackage = {
    name: "azuread",
    types: azureadTypes,
    invokes: {},
    checkConfig: (config) => tenant(config),
    cloud: (config) => ({ ...azureNative.cloud(config), subscriptionId: "", location: undefined }),
};
