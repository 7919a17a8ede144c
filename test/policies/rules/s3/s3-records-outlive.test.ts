import { s3RecordsOutlive } from "../../../../policies/rules/s3/s3-records-outlive.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const RECORDS = { name: "records", props: { bucket: "records-1", objectLockEnabled: true } };
const rules = (...given: unknown[]) => ({
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    name: "lifecycle",
    props: { bucket: "records-1", rules: given },
});
const UPLOADS = { id: "uploads", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
const ENDS = "lifecycle: ends or moves records by the rule one";

describeRule(s3RecordsOutlive, [
    { title: "accepts records whose unfinished uploads end", ...RECORDS, beside: [rules(UPLOADS)], found: [] },
    { title: "accepts records without a lifecycle", ...RECORDS, found: [] },
    {
        title: "accepts a day for what keeps no records",
        name: "landing",
        props: { bucket: "records-1" },
        beside: [rules({ id: "one", expiration: { days: 1 } })],
        found: [],
    },
    ...[
        { expiration: { days: 1 } },
        { expiration: { date: "2026-12-01" } },
        { noncurrentVersionExpiration: { noncurrentDays: 1 } },
        { transitions: [{ days: 1, storageClass: "GLACIER" }] },
    ].map((end) => ({
        title: `rejects ${JSON.stringify(end)}`,
        ...RECORDS,
        beside: [rules(UPLOADS, { id: "one", status: "Disabled", ...end })],
        found: [ENDS],
    })),
    {
        title: "cannot decide while the rules are unknown",
        ...RECORDS,
        beside: [rules(unknown)],
        found: ["rules[0].expiration.days is unknown"],
    },
]);
