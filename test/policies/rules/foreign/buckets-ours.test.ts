import { bucketsOurs } from "../../../../policies/rules/foreign/buckets-ours.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const OURS = { type: "aws:s3/bucket:Bucket", name: "records", props: { bucket: "records-1a2b" } };
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const writes = (Resource: string | string[], Condition?: object) => ({
    type: ROLE_POLICY,
    props: {
        policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:PutObject", Resource, Condition }] }),
    },
    beside: [OURS],
});
const WORKGROUP = "aws:athena/workgroup:Workgroup";
const results = (outputLocation: string) => ({
    type: WORKGROUP,
    props: { configuration: { resultConfiguration: { outputLocation } } },
    beside: [OURS],
});
const foreign = (where: string, name = "somebody-elses") => [
    `${where}: is in the bucket ${name}, which this program does not make`,
];
const R = "policy.Statement[0].Resource";

describeRule(bucketsOurs, [
    { title: "accepts a bucket of the program", ...results("s3://records-1a2b/results/"), found: [] },
    {
        title: "accepts a right to one",
        ...writes(["arn:aws:s3:::records-1a2b", "arn:aws:s3:::records-1a2b/*"]),
        found: [],
    },
    {
        title: "accepts another's name with an account of ours beside it",
        ...writes("arn:aws:s3:::shared-reference/*", { StringEquals: { "aws:ResourceAccount": "222222222222" } }),
        found: [],
    },
    { title: "leaves patterns to the rule about patterns", ...writes("arn:aws:s3:::*"), found: [] },
    { title: "accepts what names no bucket", type: WORKGROUP, props: {}, found: [] },
    {
        title: "rejects results in another bucket",
        ...results("s3://somebody-elses/"),
        found: foreign("configuration.resultConfiguration.outputLocation"),
    },
    {
        title: "rejects a name that only begins like ours",
        ...results("s3://records-1a2b-x/"),
        found: foreign("configuration.resultConfiguration.outputLocation", "records-1a2b-x"),
    },
    {
        title: "rejects a right to another bucket",
        ...writes(["arn:aws:s3:::records-1a2b/*", "arn:aws:s3:::somebody-elses/*"]),
        found: foreign(R),
    },
    {
        title: "rejects an account of others beside it",
        ...writes("arn:aws:s3:::somebody-elses/*", { StringEquals: { "aws:ResourceAccount": "999999999999" } }),
        found: foreign(R),
    },
    {
        title: "rejects the bare name of another bucket",
        type: "aws:cloudtrail/trail:Trail",
        props: { s3BucketName: "somebody-elses" },
        beside: [OURS],
        found: foreign("s3BucketName"),
    },
    {
        title: "rejects a table filled from another bucket",
        type: "aws:dynamodb/table:Table",
        props: { importTable: { s3BucketSource: { bucket: "somebody-elses" } } },
        found: foreign("importTable.s3BucketSource.bucket"),
    },
    { title: "says nothing in a stack without settings", ...results("s3://somebody-elses/"), stack: "odd", found: [] },
    {
        title: "cannot decide while a policy is unknown",
        type: ROLE_POLICY,
        props: { policy: unknown },
        found: ["policy is unknown"],
    },
]);
