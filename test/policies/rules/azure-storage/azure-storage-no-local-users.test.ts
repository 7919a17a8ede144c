import { azureStorageNoLocalUsers } from "../../../../policies/rules/azure-storage/azure-storage-no-local-users.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const SHUT = { isLocalUserEnabled: false, isSftpEnabled: false };

describeRule(azureStorageNoLocalUsers, [
    { title: "accepts both doors shut", props: SHUT, found: [] },
    ...Object.keys(SHUT).map((door) => ({
        title: `rejects ${door}`,
        props: { ...SHUT, [door]: true },
        found: [`${door}: is not switched off`],
    })),
    {
        title: "rejects an account that says nothing",
        props: {},
        found: Object.keys(SHUT).map((door) => `${door}: is not switched off`),
    },
    {
        title: "rejects an empty value",
        props: { ...SHUT, isSftpEnabled: "" },
        found: ["isSftpEnabled: is not switched off"],
    },
    {
        title: "cannot decide while one is unknown",
        props: { ...SHUT, isSftpEnabled: unknown },
        found: ["isSftpEnabled is unknown"],
    },
]);
