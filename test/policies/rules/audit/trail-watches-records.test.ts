import { trailWatchesRecords } from "../../../../policies/rules/audit/trail-watches-records.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const RECORDS = { name: "records", props: { arn: "arn:records", bucket: "records" } };
const trail = (startsWiths: unknown, props: object = {}) => [
    {
        type: "aws:cloudtrail/trail:Trail",
        name: "trail",
        props: {
            s3BucketName: "elsewhere",
            advancedEventSelectors: [{ fieldSelectors: [{ field: "resources.ARN", startsWiths }] }],
            ...props,
        },
        madeFrom: {},
    },
];
const REFUSED = ["trail: records nobody's access to it"];

describeRule(trailWatchesRecords, [
    { ...RECORDS, title: "accepts records that a trail watches", beside: trail(["arn:records/"]), found: [] },
    {
        ...RECORDS,
        title: "accepts the bucket of the trail itself",
        beside: trail(["arn:other/"], { s3BucketName: "records" }),
        found: [],
    },
    { title: "accepts a bucket that keeps no records", props: { arn: "arn:work", bucket: "work" }, found: [] },
    { ...RECORDS, title: "rejects records without a trail", found: REFUSED },
    { title: "rejects files as received without one", name: "landing", props: { arn: "arn:landing" }, found: REFUSED },
    { ...RECORDS, title: "rejects a trail of other objects", beside: trail(["arn:other/"]), found: REFUSED },
    { ...RECORDS, title: "rejects absent data events", beside: trail(undefined), found: REFUSED },
    { ...RECORDS, title: "rejects empty data events", beside: trail([]), found: REFUSED },
    {
        ...RECORDS,
        title: "cannot decide while what is watched is unknown",
        beside: trail([unknown]),
        found: ["advancedEventSelectors[0].fieldSelectors[0].startsWiths[0] is unknown"],
    },
    {
        ...RECORDS,
        title: "accepts what is linked while its name is unknown",
        beside: trail([unknown]).map((one) => ({ ...one, madeFrom: { advancedEventSelectors: "records" } })),
        found: [],
    },
]);
