import { s3Encrypted } from "../../../../policies/rules/s3/s3-encrypted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const settings = (props: object) => ({
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    name: "settings",
    props: { bucket: "it", ...props },
});
const LOGGED_INTO = {
    type: "aws:s3/bucketLogging:BucketLogging",
    name: "logging",
    props: { bucket: "another", targetBucket: "it" },
};
const P = "serverSideEncryptionConfiguration";
const encryption = (sseAlgorithm: string, kmsMasterKeyId?: string) =>
    settings({
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm, ...(kmsMasterKeyId && { kmsMasterKeyId }) } }],
    });

describeRule(s3Encrypted, [
    { title: "accepts a customer-managed key", props: IT, beside: [encryption("aws:kms", "arn:key")], found: [] },
    {
        title: "judges the older form of the type too",
        type: "aws:s3/bucketV2:BucketV2",
        props: IT,
        found: [`${P}: is not set for this bucket`],
    },
    { title: "rejects a bucket without settings", props: IT, found: [`${P}: is not set for this bucket`] },
    {
        title: "rejects the settings of another bucket",
        props: IT,
        beside: [{ ...encryption("aws:kms", "arn:key"), props: { bucket: "else" } }],
        found: [`${P}: is not set for this bucket`],
    },
    {
        title: "rejects empty settings",
        props: IT,
        beside: [settings({ rules: [] })],
        found: [`${P}: uses nothing, not a key of ours`],
    },
    {
        title: "rejects the encryption of S3",
        props: IT,
        beside: [encryption("AES256")],
        found: [`${P}: uses AES256, not a key of ours`],
    },
    {
        title: "rejects KMS without a key",
        props: IT,
        beside: [encryption("aws:kms")],
        found: [`${P}: names no customer-managed key`],
    },
    {
        title: "rejects the key that AWS manages",
        props: IT,
        beside: [encryption("aws:kms", "alias/aws/s3")],
        found: [`${P}: names no customer-managed key`],
    },
    {
        title: "accepts the encryption of S3 where access logs arrive",
        props: IT,
        beside: [encryption("AES256"), LOGGED_INTO],
        found: [],
    },
    {
        title: "cannot decide while the key is unknown",
        props: IT,
        beside: [encryption("aws:kms", unknown)],
        found: ["rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId is unknown"],
    },
    {
        title: "cannot decide while the rules are unknown",
        props: IT,
        beside: [settings({ rules: unknown })],
        found: ["rules is unknown"],
    },
]);
