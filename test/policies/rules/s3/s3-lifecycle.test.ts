import { s3Lifecycle } from "../../../../policies/rules/s3/s3-lifecycle.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const lifecycle = (props: object) => ({
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    name: "settings",
    props: { bucket: "it", ...props },
});
const UPLOADS = { status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
const EXPIRES = {
    status: "Enabled",
    expiration: { days: 30 },
    noncurrentVersionExpiration: { noncurrentDays: 1 },
};

describeRule(s3Lifecycle, [
    {
        title: "accepts an end for objects, old versions and uploads",
        props: IT,
        beside: [lifecycle({ rules: [UPLOADS, EXPIRES] })],
        found: [],
    },
    {
        title: "accepts records that only end uploads",
        name: "records",
        props: IT,
        beside: [lifecycle({ rules: [UPLOADS] })],
        found: [],
    },
    {
        title: "accepts the state of stacks, which lives on, with an end for old versions",
        parent: "compliance:bootstrap:StateBackend",
        props: IT,
        beside: [lifecycle({ rules: [UPLOADS, { ...EXPIRES, expiration: {} }] })],
        found: [],
    },
    {
        title: "rejects old versions of the state of stacks without an end",
        parent: "compliance:bootstrap:StateBackend",
        props: IT,
        beside: [lifecycle({ rules: [UPLOADS] })],
        found: ["lifecycle: keeps old versions without an end"],
    },
    { title: "rejects a bucket without rules", props: IT, found: ["lifecycle: keeps unfinished uploads"] },
    {
        title: "rejects empty rules",
        props: IT,
        beside: [lifecycle({ rules: [] })],
        found: ["lifecycle: keeps unfinished uploads"],
    },
    {
        title: "rejects a rule that is off",
        props: IT,
        beside: [lifecycle({ rules: [UPLOADS, { ...EXPIRES, status: "Disabled" }] })],
        found: ["lifecycle: expires nothing"],
    },
    {
        title: "rejects objects without an end",
        props: IT,
        beside: [lifecycle({ rules: [UPLOADS] })],
        found: ["lifecycle: expires nothing"],
    },
    {
        title: "rejects old versions without an end",
        props: IT,
        beside: [lifecycle({ rules: [UPLOADS, { ...EXPIRES, noncurrentVersionExpiration: {} }] })],
        found: ["lifecycle: keeps old versions without an end"],
    },
    {
        title: "cannot decide while a rule is unknown",
        props: IT,
        beside: [lifecycle({ rules: [unknown] })],
        found: ["rules[0].status is unknown"],
    },
]);
