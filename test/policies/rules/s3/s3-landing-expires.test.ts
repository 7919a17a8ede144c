import { s3LandingExpires } from "../../../../policies/rules/s3/s3-landing-expires.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const lifecycle = (props: object) => ({
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    name: "settings",
    props: { bucket: "it", ...props },
});
const LANDING = { name: "landing", props: IT };
const KEPT = "lifecycle: does not expire what was received in time";
const rule = (days?: number | string, noncurrentDays?: number) => ({
    status: "Enabled",
    filter: {},
    ...(days !== undefined && { expiration: { days } }),
    ...(noncurrentDays !== undefined && { noncurrentVersionExpiration: { noncurrentDays } }),
});

describeRule(s3LandingExpires, [
    { title: "accepts a week", ...LANDING, beside: [lifecycle({ rules: [rule(7, 7)] })], found: [] },
    {
        title: "accepts two rules that do it together",
        ...LANDING,
        beside: [lifecycle({ rules: [rule(1), { ...rule(), noncurrentVersionExpiration: { noncurrentDays: 1 } }] })],
        found: [],
    },
    { title: "leaves other buckets alone", name: "quarantine", props: IT, found: [] },
    { title: "rejects landing without rules", ...LANDING, found: [KEPT] },
    { title: "rejects empty rules", ...LANDING, beside: [lifecycle({ rules: [] })], found: [KEPT] },
    { title: "rejects more than a week", ...LANDING, beside: [lifecycle({ rules: [rule(8, 1)] })], found: [KEPT] },
    {
        title: "rejects a rule that is off",
        ...LANDING,
        beside: [lifecycle({ rules: [{ ...rule(1, 1), status: "Disabled" }] })],
        found: [KEPT],
    },
    {
        title: "rejects a rule for some objects only",
        ...LANDING,
        beside: [lifecycle({ rules: [{ ...rule(1, 1), filter: { prefix: "card-network/" } }] })],
        found: [KEPT],
    },
    {
        title: "rejects a rule for tagged objects only",
        ...LANDING,
        beside: [lifecycle({ rules: [{ ...rule(1, 1), filter: { tag: { key: "a", value: "b" } } }] })],
        found: [KEPT],
    },
    {
        title: "rejects old versions without an end",
        ...LANDING,
        beside: [lifecycle({ rules: [rule(1)] })],
        found: ["lifecycle: does not expire old versions of what was received in time"],
    },
    {
        title: "cannot decide while the time is unknown",
        ...LANDING,
        beside: [lifecycle({ rules: [rule(unknown, 1)] })],
        found: ["rules[0].expiration.days is unknown"],
    },
]);
