import { s3PublicAccessBlocked } from "../../../../policies/rules/s3/s3-public-access-blocked.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const block = (props: object) => ({
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    name: "settings",
    props: { bucket: "it", ...props },
});
const P = "publicAccessBlock";
const ALL = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

describeRule(s3PublicAccessBlocked, [
    { title: "accepts all four switches", props: IT, beside: [block(ALL)], found: [] },
    { title: "rejects a bucket without a block", props: IT, found: [`${P}: is not set for this bucket`] },
    {
        title: "rejects the block of another bucket",
        props: IT,
        beside: [block({ ...ALL, bucket: "else" })],
        found: [`${P}: is not set for this bucket`],
    },
    {
        title: "rejects an empty block",
        props: IT,
        beside: [block({})],
        found: Object.keys(ALL).map((off) => `${P}.${off}: is off`),
    },
    ...Object.keys(ALL).map((off) => ({
        title: `rejects a block without ${off}`,
        props: IT,
        beside: [block({ ...ALL, [off]: false })],
        found: [`${P}.${off}: is off`],
    })),
    {
        title: "cannot decide while a switch is unknown",
        props: IT,
        beside: [block({ ...ALL, blockPublicPolicy: unknown })],
        found: ["blockPublicPolicy is unknown"],
    },
]);
