import { azureStorageRecoverable } from "../../../../policies/rules/azure-storage/azure-storage-recoverable.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const kept = { enabled: true, days: 14 };
const SAFE = { isVersioningEnabled: true, deleteRetentionPolicy: kept, containerDeleteRetentionPolicy: kept };
const TYPE = "azure-native:storage:BlobServiceProperties";
const blobs = (props: object = {}) => ({ type: TYPE, name: "blobs", props: { accountName: "it", ...SAFE, ...props } });
const SILENT = ["blobs: say nothing of versions and deletions"];

describeRule(azureStorageRecoverable, [
    { title: "accepts versions and deletions that are kept", props: { name: "it" }, beside: [blobs()], found: [] },
    { title: "rejects an account without them", props: { name: "it" }, found: SILENT },
    {
        title: "rejects those of another account",
        props: { name: "it" },
        beside: [blobs({ accountName: "other" })],
        found: SILENT,
    },
    { title: "accepts the settings themselves", type: TYPE, props: SAFE, found: [] },
    {
        title: "rejects blobs without versions",
        type: TYPE,
        props: { ...SAFE, isVersioningEnabled: false },
        found: ["isVersioningEnabled: is not true"],
    },
    ...["deleteRetentionPolicy", "containerDeleteRetentionPolicy"].flatMap((policy) =>
        [{ ...kept, days: 13 }, { ...kept, enabled: false }, {}, undefined].map((given) => ({
            title: `rejects ${policy} of ${JSON.stringify(given)}`,
            type: TYPE,
            props: { ...SAFE, [policy]: given },
            found: [`${policy}: does not keep for 14 days what is deleted`],
        })),
    ),
    {
        title: "cannot decide while the days are unknown",
        type: TYPE,
        props: { ...SAFE, deleteRetentionPolicy: { enabled: true, days: unknown } },
        found: ["deleteRetentionPolicy.days is unknown"],
    },
]);
