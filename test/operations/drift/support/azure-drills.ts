import type { Drill } from "./drill.ts";
import { showing } from "./drill.ts";

const account = "azure-native:storage:StorageAccount::exchange";
const factory = "azure-native:datafactory:Factory::exchange";

/** Drifts of Azure, each with what must be said of it. */
export const AZURE_DRILLS: readonly Drill[] = [
    {
        title: "a factory made public",
        on: factory,
        edits: [["publicNetworkAccess", "Enabled"]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["publicNetworkAccess"],
            breaks: ["azure-factory-private"],
        },
    },
    {
        title: "a store that takes shared keys",
        on: account,
        edits: [["allowSharedKeyAccess", true]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["allowSharedKeyAccess"],
            breaks: ["azure-storage-no-shared-keys"],
        },
    },
    {
        title: "a store open to every network",
        on: account,
        edits: [["networkRuleSet.defaultAction", "Allow"]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["networkRuleSet.defaultAction"],
            breaks: ["azure-storage-network-closed"],
        },
    },
    {
        title: "a store that admits one more address",
        on: account,
        edits: [["networkRuleSet.ipRules", [{ iPAddressOrRange: "203.0.113.7", action: "Allow" }]]],
        as: { kind: "modified", severity: "high", paths: ["networkRuleSet.ipRules[0]"] },
    },
    {
        title: "a store that speaks old TLS",
        on: account,
        edits: [["minimumTlsVersion", "TLS1_0"]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["minimumTlsVersion"],
            breaks: ["azure-storage-tls-only"],
        },
    },
    {
        title: "a container that anybody may read",
        on: "azure-native:storage:BlobContainer::exchange",
        edits: [["publicAccess", "Blob"]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["publicAccess"],
            breaks: ["azure-storage-no-anonymous"],
        },
    },
    {
        title: "logs that are kept for a month",
        on: "azure-native:operationalinsights:Workspace::exchange",
        edits: [["retentionInDays", 30]],
        as: { kind: "modified", severity: "critical", paths: ["retentionInDays"], breaks: ["azure-logs-kept"] },
    },
    {
        title: "a trust in another subject",
        on: "azure-native:managedidentity:FederatedIdentityCredential::exchange-access",
        edits: [["subject", "arn:aws:iam::999999999999:role/anybody"]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["subject"],
            breaks: ["federation-ours", "references-ours"],
        },
    },
    {
        title: "a trust in every role of an account",
        on: "azure-native:managedidentity:FederatedIdentityCredential::exchange-access",
        edits: [["subject", "arn:aws:iam::222222222222:role/*"]],
        as: { kind: "modified", severity: "critical", paths: ["subject"], breaks: ["azure-federation-pinned"] },
    },
    {
        title: "a role that may do more",
        on: "azure-native:authorization:RoleDefinition::exchange-access",
        edits: [["permissions[0].actions", ["*"]]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: [0, 1, 2].map((index) => `permissions[0].actions[${index}]`),
            breaks: ["azure-custom-role-narrow"],
        },
    },
    {
        title: "the watch over the factory, gone",
        on: "azure-native:monitor:DiagnosticSetting::exchange-factory",
        gone: true,
        as: { kind: "deleted", severity: "critical", paths: [], breaks: ["azure-diagnostics-kept"] },
    },
    {
        title: "a pipeline that tries a copy twice",
        on: "azure-native:datafactory:Pipeline::exchange-sanctions-list",
        edits: [["activities[0].policy.retry", 3]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["activities[0].policy.retry"],
            breaks: ["azure-pipeline-whole"],
        },
    },
    {
        title: "a tag that somebody added",
        on: account,
        edits: [["tags.reviewed", "yes"]],
        as: { kind: "modified", severity: "medium", paths: ["tags.reviewed"] },
    },
    {
        title: "an identity of the same name that somebody made again",
        on: "azure-native:managedidentity:UserAssignedIdentity::exchange-landing",
        change: showing({ principalId: "99999999-9999-4999-8999-999999999999" }),
        as: { kind: "replaced", severity: "high", paths: ["principalId"] },
    },
];
