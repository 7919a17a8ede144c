import { s3OwnerEnforced } from "../../../../policies/rules/s3/s3-owner-enforced.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const controls = (props: object) => ({
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    name: "settings",
    props: { bucket: "it", ...props },
});
const REFUSED = ["ownershipControls: does not turn ACLs off for this bucket"];

describeRule(s3OwnerEnforced, [
    {
        title: "accepts enforced ownership",
        props: IT,
        beside: [controls({ rule: { objectOwnership: "BucketOwnerEnforced" } })],
        found: [],
    },
    {
        title: "rejects preferred ownership",
        props: IT,
        beside: [controls({ rule: { objectOwnership: "BucketOwnerPreferred" } })],
        found: REFUSED,
    },
    { title: "rejects a bucket without controls", props: IT, found: REFUSED },
    { title: "rejects empty controls", props: IT, beside: [controls({ rule: {} })], found: REFUSED },
    {
        title: "cannot decide while the ownership is unknown",
        props: IT,
        beside: [controls({ rule: { objectOwnership: unknown } })],
        found: ["rule.objectOwnership is unknown"],
    },
]);
