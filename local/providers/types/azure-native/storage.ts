import { isObject, type Properties } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { oneOf, pattern, required } from "../../checks/common.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { azureName, identityOf, located, resourceId, tagChecks } from "./common.ts";
import { location } from "./locations.ts";

const KINDS = ["Storage", "StorageV2", "BlobStorage", "FileStorage", "BlockBlobStorage"];
/** Azure refuses ranges of private networks: https://learn.microsoft.com/azure/storage/common/storage-network-security#restrictions-for-ip-network-rules */
const PUBLIC =
    /^(?!10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)\d{1,3}(\.\d{1,3}){3}(\/([1-9]|[12]\d|30))?$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SKUS = [
    "Standard_LRS",
    "Standard_GRS",
    "Standard_RAGRS",
    "Standard_ZRS",
    "Premium_LRS",
    "Premium_ZRS",
    "Standard_GZRS",
    "Standard_RAGZRS",
];

export const storage: TypeTable = {
    "azure-native:storage:StorageAccount": {
        name: azureName({
            property: "accountName",
            minLength: 3,
            maxLength: 24,
            pattern: /^[a-z0-9]+$/,
            allowed: "lower-case letters and digits",
            lowerCase: true,
        }),
        id: accountId,
        outputs: (account) => ({
            ...identityOf(account),
            name: account.physicalName,
            type: "Microsoft.Storage/storageAccounts",
            provisioningState: "Succeeded",
            statusOfPrimary: "available",
            primaryLocation: account.text("location"),
            primaryEndpoints: endpoints(account),
            privateEndpointConnections: [],
            // What Azure assumes when the program says nothing.
            allowBlobPublicAccess: false,
            allowSharedKeyAccess: true,
            enableHttpsTrafficOnly: true,
            minimumTlsVersion: "TLS1_0",
            publicNetworkAccess: "Enabled",
        }),
        defaults: located,
        replaceOn: ["accountName", "resourceGroupName", "location", "isHnsEnabled", "kind", "extendedLocation"],
        checks: [
            required("resourceGroupName", "kind", "sku", "sku.name", "location"),
            location,
            oneOf("kind", KINDS),
            oneOf("sku.name", SKUS),
            oneOf("accessTier", ["Hot", "Cool", "Cold", "Premium"]),
            oneOf("minimumTlsVersion", ["TLS1_0", "TLS1_1", "TLS1_2", "TLS1_3"]),
            oneOf("publicNetworkAccess", ["Enabled", "Disabled", "SecuredByPerimeter"]),
            oneOf("networkRuleSet.defaultAction", ["Allow", "Deny"]),
            oneOf("encryption.keySource", ["Microsoft.Storage", "Microsoft.Keyvault"]),
            each("networkRuleSet", (rules) =>
                (rules as Properties).defaultAction === undefined ? "must say its defaultAction" : undefined,
            ),
            pattern("networkRuleSet.ipRules[*].iPAddressOrRange", PUBLIC, "an address or a range of the internet"),
            pattern("networkRuleSet.resourceAccessRules[*].resourceId", /^\/subscriptions\//, "the id of a resource"),
            pattern("networkRuleSet.resourceAccessRules[*].tenantId", GUID, "a GUID"),
            when(["isSftpEnabled", "isHnsEnabled"], "isSftpEnabled", ({ isSftpEnabled, isHnsEnabled }) =>
                isSftpEnabled === true && isHnsEnabled !== true ? "needs isHnsEnabled" : undefined,
            ),
            ...tagChecks,
        ],
    },
    "azure-native:storage:BlobContainer": {
        name: azureName({
            property: "containerName",
            minLength: 3,
            maxLength: 63,
            pattern: /^(\$root|\$web|[a-z0-9](-?[a-z0-9])*)$/,
            allowed: "lower-case letters, digits and single dashes inside",
            lowerCase: true,
        }),
        id: (container) => `${blobServices(container)}/containers/${container.physicalName}`,
        outputs: (container) => ({
            name: container.physicalName,
            type: "Microsoft.Storage/storageAccounts/blobServices/containers",
            publicAccess: "None",
            hasImmutabilityPolicy: false,
            hasLegalHold: false,
            deleted: false,
            leaseState: "Available",
            leaseStatus: "Unlocked",
        }),
        replaceOn: ["containerName", "accountName", "resourceGroupName", "defaultEncryptionScope"],
        checks: [required("accountName", "resourceGroupName"), oneOf("publicAccess", ["Container", "Blob", "None"])],
    },
    "azure-native:storage:BlobServiceProperties": {
        id: blobServices,
        outputs: () => ({ name: "default", type: "Microsoft.Storage/storageAccounts/blobServices" }),
        replaceOn: ["accountName", "blobServicesName", "resourceGroupName"],
        checks: [
            required("accountName", "resourceGroupName", "blobServicesName"),
            oneOf("blobServicesName", ["default"]),
            ...["deleteRetentionPolicy", "containerDeleteRetentionPolicy"].map((policy) =>
                each(policy, (given) => {
                    const { enabled, days } = given as Properties;
                    return enabled === true && days === undefined ? "needs days where it is enabled" : undefined;
                }),
            ),
            when(["restorePolicy", "deleteRetentionPolicy"], "restorePolicy", restoreFault),
        ],
    },
    "azure-native:storage:ManagementPolicy": {
        id: (policy) => `${parentAccount(policy)}/managementPolicies/default`,
        outputs: () => ({ name: "default", type: "Microsoft.Storage/storageAccounts/managementPolicies" }),
        replaceOn: ["accountName", "managementPolicyName", "resourceGroupName"],
        checks: [
            required("accountName", "resourceGroupName", "managementPolicyName", "policy"),
            oneOf("managementPolicyName", ["default"]),
        ],
    },
};

/** https://learn.microsoft.com/azure/storage/blobs/point-in-time-restore-overview#prerequisites-for-point-in-time-restore */
function restoreFault({ restorePolicy, deleteRetentionPolicy, isVersioningEnabled, changeFeed }: Properties) {
    const { enabled, days } = isObject(restorePolicy) ? restorePolicy : {};
    if (enabled !== true) return undefined;
    if (isVersioningEnabled !== true) return "needs isVersioningEnabled";
    if (!isObject(changeFeed) || changeFeed.enabled !== true) return "needs changeFeed to be enabled";
    const kept = isObject(deleteRetentionPolicy) ? Number(deleteRetentionPolicy.days ?? 0) : 0;
    return Number(days) < kept ? undefined : `must have fewer days than deleteRetentionPolicy, ${kept}, got ${days}`;
}

function accountId(account: ResourceView): string {
    return resourceId(account, `Microsoft.Storage/storageAccounts/${account.physicalName}`);
}

function parentAccount(child: ResourceView): string {
    return resourceId(child, `Microsoft.Storage/storageAccounts/${child.text("accountName")}`);
}

function blobServices(child: ResourceView): string {
    return `${parentAccount(child)}/blobServices/default`;
}

function endpoints({ physicalName }: ResourceView): Properties {
    const services = ["blob", "dfs", "file", "queue", "table"];
    return Object.fromEntries(services.map((name) => [name, `https://${physicalName}.${name}.core.windows.net/`]));
}
