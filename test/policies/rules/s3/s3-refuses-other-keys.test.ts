import { s3RefusesOtherKeys } from "../../../../policies/rules/s3/s3-refuses-other-keys.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const ALGORITHM = "s3:x-amz-server-side-encryption";
const KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const ENCRYPTED = {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    name: "encryption",
    props: { bucket: "it", rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId: "arn:key" } }] },
};
const policy = (...headers: string[]) => ({
    type: "aws:s3/bucketPolicy:BucketPolicy",
    name: "policy",
    props: {
        bucket: "it",
        policy: JSON.stringify({
            Statement: headers.map((header) => ({
                Effect: "Deny",
                Principal: "*",
                Action: "s3:PutObject",
                Resource: "arn:it/*",
                Condition: { StringNotEquals: { [header]: "ours" }, Null: { [header]: "false" } },
            })),
        }),
    },
});

describeRule(s3RefusesOtherKeys, [
    {
        title: "accepts a denial of any other encryption",
        props: IT,
        beside: [ENCRYPTED, policy(ALGORITHM, KEY)],
        found: [],
    },
    { title: "leaves buckets without a key of ours alone", props: IT, found: [] },
    {
        title: "rejects a bucket without a policy",
        props: IT,
        beside: [ENCRYPTED],
        found: [`policy: accepts uploads with any ${ALGORITHM} and ${KEY}`],
    },
    {
        title: "rejects a denial of other algorithms only",
        props: IT,
        beside: [ENCRYPTED, policy(ALGORITHM)],
        found: [`policy: accepts uploads with any ${KEY}`],
    },
    {
        title: "rejects a denial of other keys only",
        props: IT,
        beside: [ENCRYPTED, policy(KEY)],
        found: [`policy: accepts uploads with any ${ALGORITHM}`],
    },
    {
        title: "cannot decide while the policy is unknown",
        props: IT,
        beside: [ENCRYPTED, { ...policy(), props: { bucket: "it", policy: unknown } }],
        found: ["policy is unknown"],
    },
]);
