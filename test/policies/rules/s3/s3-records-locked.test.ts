import { s3RecordsLocked } from "../../../../policies/rules/s3/s3-records-locked.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const LOCKED = { ...IT, objectLockEnabled: true };
const L = "objectLockEnabled";
const R = "objectLockConfiguration";
const lock = (defaultRetention: object) => ({
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    name: "lock",
    props: { bucket: "it", rule: { defaultRetention } },
});

describeRule(s3RecordsLocked, [
    {
        title: "accepts seven years in production",
        name: "records",
        props: LOCKED,
        beside: [lock({ mode: "COMPLIANCE", days: 2555 })],
        found: [],
    },
    {
        title: "accepts seven years written in years",
        name: "records",
        props: LOCKED,
        beside: [lock({ mode: "COMPLIANCE", years: 7 })],
        found: [],
    },
    {
        title: "accepts a day in dev that can be lifted",
        stack: "dev",
        name: "records",
        props: LOCKED,
        beside: [lock({ mode: "GOVERNANCE", days: 1 })],
        found: [],
    },
    { title: "leaves other buckets alone", name: "landing", props: IT, found: [] },
    {
        title: "rejects records without a lock, by their name",
        name: "records",
        props: IT,
        found: [`${L}: is off for a bucket that keeps records`, `${R}: has no default retention`],
    },
    {
        title: "rejects records without a lock, by their component",
        name: "archive",
        parent: "compliance:storage:LockedBucket",
        props: IT,
        found: [`${L}: is off for a bucket that keeps records`, `${R}: has no default retention`],
    },
    {
        title: "rejects a lock without a retention",
        name: "archive",
        props: LOCKED,
        found: [`${R}: has no default retention`],
    },
    {
        title: "rejects a lock that can be lifted",
        name: "records",
        props: LOCKED,
        beside: [lock({ mode: "GOVERNANCE", days: 2555 })],
        found: [`${R}: can be lifted, since its mode is not COMPLIANCE`],
    },
    {
        title: "rejects less than seven years",
        name: "records",
        props: LOCKED,
        beside: [lock({ mode: "COMPLIANCE", days: 2554 })],
        found: [`${R}: keeps records for 2554 days, less than seven years`],
    },
    {
        title: "cannot decide while the retention is unknown",
        name: "records",
        props: LOCKED,
        beside: [lock({ mode: "COMPLIANCE", days: unknown })],
        found: ["rule.defaultRetention.days is unknown"],
    },
    {
        title: "cannot decide while the lock is unknown",
        name: "records",
        props: { ...IT, objectLockEnabled: unknown },
        beside: [lock({ mode: "COMPLIANCE", days: 2555 })],
        found: ["objectLockEnabled is unknown"],
    },
]);
