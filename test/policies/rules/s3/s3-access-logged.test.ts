import { s3AccessLogged } from "../../../../policies/rules/s3/s3-access-logged.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const logging = (props: object) => ({
    type: "aws:s3/bucketLogging:BucketLogging",
    name: "settings",
    props: { bucket: "it", ...props },
});
const LOGGED_INTO = {
    type: "aws:s3/bucketLogging:BucketLogging",
    name: "logging",
    props: { bucket: "another", targetBucket: "it" },
};
const REFUSED = ["logging: is not set for this bucket"];

describeRule(s3AccessLogged, [
    { title: "accepts a bucket that logs", props: IT, beside: [logging({ targetBucket: "logs" })], found: [] },
    { title: "accepts the bucket that takes the logs", props: IT, beside: [LOGGED_INTO], found: [] },
    { title: "rejects a bucket that does not log", props: IT, found: REFUSED },
    {
        title: "rejects the logging of another bucket",
        props: IT,
        beside: [logging({ bucket: "else", targetBucket: "logs" })],
        found: REFUSED,
    },
    {
        title: "cannot decide while the bucket of a logging is unknown",
        props: IT,
        beside: [logging({ bucket: unknown, targetBucket: "logs" })],
        found: ["bucket is unknown"],
    },
]);
