import { s3OutsidersWriteOnce } from "../../../../policies/rules/s3/s3-outsiders-write-once.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const document = (...Statement: object[]) => JSON.stringify({ Statement });
const role = (Action = "sts:AssumeRoleWithWebIdentity") => ({
    type: "aws:iam/role:Role",
    name: "role",
    props: { id: "role", name: "role", assumeRolePolicy: document({ Effect: "Allow", Action }) },
});
const pipeline = {
    ...role(),
    props: {
        ...role().props,
        assumeRolePolicy: document({
            Effect: "Allow",
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        }),
    },
};
const may = (Resource: string, Action = "s3:PutObject") => ({
    type: "aws:iam/rolePolicy:RolePolicy",
    name: "may",
    props: { role: "role", policy: document({ Effect: "Allow", Action: [Action], Resource }) },
});
const ONCE = { Null: { "s3:if-none-match": "true" } };
const refusing = (Resource: string, Condition: object = ONCE, more: object = {}) => ({
    type: "aws:s3/bucketPolicy:BucketPolicy",
    name: "refusing",
    props: {
        bucket: "it",
        policy: document({ Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource, Condition, ...more }),
    },
});
const OPEN = ["policy: lets a role for web identities write over arn:it/in/*"];
const writer = [role(), may("arn:it/in/*")];

describeRule(s3OutsidersWriteOnce, [
    { title: "accepts a bucket that no such role writes", props: IT, beside: [role(), may("arn:else/*")], found: [] },
    {
        title: "accepts what a service of ours writes",
        props: IT,
        beside: [role("sts:AssumeRole"), may("arn:it/*")],
        found: [],
    },
    {
        title: "accepts what such a role reads",
        props: IT,
        beside: [role(), may("arn:it/*", "s3:GetObject")],
        found: [],
    },
    {
        title: "accepts what a pipeline of ours writes, such as the state",
        props: IT,
        beside: [pipeline, may("arn:it/*")],
        found: [],
    },
    { title: "accepts what is written once", props: IT, beside: [...writer, refusing("arn:it/in/*")], found: [] },
    {
        title: "accepts a refusal for the whole bucket",
        props: IT,
        beside: [...writer, refusing("arn:it/*")],
        found: [],
    },
    { title: "rejects a bucket without a policy", props: IT, beside: writer, found: OPEN },
    { title: "rejects a refusal elsewhere", props: IT, beside: [...writer, refusing("arn:it/out/*")], found: OPEN },
    {
        title: "rejects a refusal that holds only where something else holds, too",
        props: IT,
        beside: [...writer, refusing("arn:it/in/*", { ...ONCE, Bool: { "aws:ViaAWSService": "false" } })],
        found: OPEN,
    },
    {
        title: "rejects a refusal of those who do ask for it",
        props: IT,
        beside: [...writer, refusing("arn:it/in/*", { Null: { "s3:if-none-match": "false" } })],
        found: OPEN,
    },
    {
        title: "rejects a refusal for some",
        props: IT,
        beside: [...writer, refusing("arn:it/in/*", ONCE, { Principal: { AWS: "arn:aws:iam::111111111111:root" } })],
        found: OPEN,
    },
    {
        title: "rejects an empty policy",
        props: IT,
        beside: [...writer, { ...refusing("x"), props: { bucket: "it", policy: "{}" } }],
        found: OPEN,
    },
    {
        title: "cannot decide while the policy is unknown",
        props: IT,
        beside: [...writer, { ...refusing("x"), props: { bucket: "it", policy: unknown } }],
        found: ["policy is unknown"],
    },
]);
