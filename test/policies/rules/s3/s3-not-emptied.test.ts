import { s3NotEmptied } from "../../../../policies/rules/s3/s3-not-emptied.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(s3NotEmptied, [
    { title: "accepts a bucket that must be emptied first", props: { forceDestroy: false }, found: [] },
    { title: "accepts a bucket that says nothing", props: {}, found: [] },
    { title: "rejects it in production", props: { forceDestroy: true }, found: ["forceDestroy: is on in production"] },
    {
        title: "judges the older form of the type too",
        type: "aws:s3/bucketV2:BucketV2",
        props: { forceDestroy: true },
        found: ["forceDestroy: is on in production"],
    },
    { title: "accepts it in local", stack: "local", props: { forceDestroy: true }, found: [] },
    {
        title: "cannot decide while it is unknown",
        props: { forceDestroy: unknown },
        found: ["forceDestroy is unknown"],
    },
]);
