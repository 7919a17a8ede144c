import { azureStorageNoReplicationAbroad } from "../../../../policies/rules/azure-storage/azure-storage-no-replication-abroad.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const HERE = { allowCrossTenantReplication: false, sku: { name: "Standard_LRS" } };

describeRule(azureStorageNoReplicationAbroad, [
    { title: "accepts copies in one region", props: HERE, found: [] },
    { title: "accepts three buildings of one region", props: { ...HERE, sku: { name: "Standard_ZRS" } }, found: [] },
    {
        title: "rejects copies in another region",
        props: { ...HERE, sku: { name: "Standard_GRS" } },
        found: ["sku.name: copies data to another region"],
    },
    {
        title: "rejects copies in another tenant",
        props: { ...HERE, allowCrossTenantReplication: true },
        found: ["allowCrossTenantReplication: is not switched off"],
    },
    {
        title: "rejects an account that says nothing",
        props: {},
        found: ["allowCrossTenantReplication: is not switched off", "sku.name: copies data to another region"],
    },
    {
        title: "rejects an empty kind",
        props: { ...HERE, sku: { name: "" } },
        found: ["sku.name: copies data to another region"],
    },
    {
        title: "cannot decide while the kind is unknown",
        props: { ...HERE, sku: { name: unknown } },
        found: ["sku.name is unknown"],
    },
]);
