import { azureStorageDoubleEncrypted } from "../../../../policies/rules/azure-storage/azure-storage-double-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const REFUSED = "encryption.requireInfrastructureEncryption: is not on";

describeRule(azureStorageDoubleEncrypted, [
    { title: "accepts a second layer", props: { encryption: { requireInfrastructureEncryption: true } }, found: [] },
    { title: "rejects an account without it", props: {}, found: [REFUSED] },
    {
        title: "rejects it switched off",
        props: { encryption: { requireInfrastructureEncryption: false } },
        found: [REFUSED],
    },
    { title: "rejects an empty setting", props: { encryption: {} }, found: [REFUSED] },
    {
        title: "cannot decide while it is unknown",
        props: { encryption: { requireInfrastructureEncryption: unknown } },
        found: ["encryption.requireInfrastructureEncryption is unknown"],
    },
]);
