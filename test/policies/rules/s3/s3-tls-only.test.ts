import { s3TlsOnly } from "../../../../policies/rules/s3/s3-tls-only.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { NOT_REFUSED, plainHttp, plainHttpCases } from "../../../support/plain-http-cases.ts";

const KIND = {
    policyType: "aws:s3/bucketPolicy:BucketPolicy",
    props: { id: "the-bucket", arn: "arn:it" },
    belongsBy: ["bucket", "the-bucket"],
    action: "s3:*",
    oneAction: "s3:GetObject",
    resource: ["arn:it", "arn:it/*"],
} as const;
const { denial, props, policy } = plainHttp(KIND);

describeRule(s3TlsOnly, [
    { title: "accepts a denial of plain HTTP", props, beside: [policy(denial)], found: [] },
    ...["arn:it", "arn:it/*", "arn:it/2026/*", "arn:other/*"].map((Resource) => ({
        title: `rejects a denial for ${Resource} alone`,
        props,
        beside: [policy({ ...denial, Resource })],
        found: NOT_REFUSED,
    })),
    {
        title: "accepts the bucket and its objects by two statements, in other letters",
        props,
        beside: [policy({ ...denial, Resource: "arn:it" }, { ...denial, Action: "S3:*", Resource: "arn:it/*" })],
        found: [],
    },
    ...plainHttpCases(KIND),
]);
