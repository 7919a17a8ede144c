import { kmsRotated } from "../../../../policies/rules/keys/kms-rotated.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(kmsRotated, [
    { title: "accepts rotation", props: { enableKeyRotation: true }, found: [] },
    { title: "rejects a key without rotation", props: {}, found: ["enableKeyRotation: is not on"] },
    {
        title: "rejects rotation that is off",
        props: { enableKeyRotation: false },
        found: ["enableKeyRotation: is not on"],
    },
    { title: "rejects an empty value", props: { enableKeyRotation: "" }, found: ["enableKeyRotation: is not on"] },
    {
        title: "leaves alone what AWS does not rotate",
        props: { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" },
        found: [],
    },
    { title: "leaves asymmetric keys alone", props: { customerMasterKeySpec: "RSA_2048" }, found: [] },
    {
        title: "cannot decide while it is unknown",
        props: { enableKeyRotation: unknown },
        found: ["enableKeyRotation is unknown"],
    },
]);
