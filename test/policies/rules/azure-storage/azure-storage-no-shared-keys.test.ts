import { azureStorageNoSharedKeys } from "../../../../policies/rules/azure-storage/azure-storage-no-shared-keys.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const KEYS = "allowSharedKeyAccess";
const OAUTH = "defaultToOAuthAuthentication";
const CLOSED = { [KEYS]: false, [OAUTH]: true };

describeRule(azureStorageNoSharedKeys, [
    { title: "accepts identities only", props: CLOSED, found: [] },
    {
        title: "judges an API version too",
        type: "azure-native:storage/v20230101:StorageAccount",
        props: { ...CLOSED, [KEYS]: true },
        found: [`${KEYS}: is not switched off`],
    },
    {
        title: "judges a package for one API version too",
        type: "azure-native_storage_v20240101:storage:StorageAccount",
        props: { ...CLOSED, [KEYS]: true },
        found: [`${KEYS}: is not switched off`],
    },
    { title: "rejects shared keys", props: { ...CLOSED, [KEYS]: true }, found: [`${KEYS}: is not switched off`] },
    {
        title: "rejects an account that says nothing",
        props: {},
        found: [`${KEYS}: is not switched off`, `${OAUTH}: is not on`],
    },
    {
        title: "rejects empty values",
        props: { [KEYS]: "", [OAUTH]: "" },
        found: [`${KEYS}: is not switched off`, `${OAUTH}: is not on`],
    },
    {
        title: "rejects keys as the default of the portal",
        props: { ...CLOSED, [OAUTH]: false },
        found: [`${OAUTH}: is not on`],
    },
    {
        title: "cannot decide while it is unknown",
        props: { ...CLOSED, [KEYS]: unknown },
        found: [`${KEYS} is unknown`],
    },
]);
