import { each } from "../../checks/check.ts";
import { longest, oneOf, pattern, required } from "../../checks/common.ts";
import type { ResourceView, TypeDefinition, TypeTable } from "../definition.ts";
import { ARN, regional, tagged } from "./common.ts";
import { s3Settings } from "./s3-settings.ts";

/** Zone of the website endpoints, from the Amazon S3 endpoints reference; only those of regions we have met. */
const HOSTED_ZONES: Readonly<Record<string, string>> = {
    "ap-northeast-1": "Z2M4EHUR26P7ZW",
    "ap-southeast-2": "Z1WCIGYICN2BYD",
    "eu-central-1": "Z21DNDUVLTQW6Q",
    "eu-west-1": "Z1BKCTXD74EZPE",
    "us-east-1": "Z3AQBSTGFYJSTF",
    "us-west-2": "Z3BJ6K6RIION7M",
};

const bucket: TypeDefinition = {
    name: {
        property: "bucket",
        prefixProperty: "bucketPrefix",
        minLength: 3,
        maxLength: 63,
        lowerCase: true,
        pattern:
            /^(?!xn--|sthree-|amzn-s3-demo-)(?!\d+(\.\d+){3}$)[a-z0-9](?!.*\.\.)[a-z0-9.-]*[a-z0-9](?<!-s3alias|--ol-s3|\.mrap|--x-s3)$/,
        allowed: "lower-case letters, digits, . and -, beginning and ending with a letter or digit",
    },
    id: (resource) => resource.physicalName,
    outputs: (resource) => ({
        arn: `arn:${resource.cloud.partition}:s3:::${resource.physicalName}`,
        bucketDomainName: `${resource.physicalName}.s3.${resource.cloud.dnsSuffix}`,
        bucketRegion: resource.region,
        bucketRegionalDomainName: `${resource.physicalName}.s3.${resource.region}.${resource.cloud.dnsSuffix}`,
        ...hostedZone(resource),
        bucketNamespace: "global",
        objectLockEnabled: false,
        requestPayer: "BucketOwner",
    }),
    defaults: { forceDestroy: false },
    replaceOn: ["bucket", "bucketPrefix", "bucketNamespace", "objectLockEnabled"],
    checks: [
        each("bucketPrefix", (prefix) =>
            typeof prefix === "string" && prefix.length <= 37 && prefix === prefix.toLowerCase()
                ? undefined
                : "must be lower-case and have at most 37 characters",
        ),
    ],
};

export const s3: TypeTable = {
    "aws:s3/bucket:Bucket": regional(tagged(bucket)),
    // The name of the same type before version 7; programs of that time still use it.
    "aws:s3/bucketV2:BucketV2": regional(tagged(bucket)),
    "aws:s3/bucketObjectv2:BucketObjectv2": regional(
        tagged({
            id: (object) => `${object.text("bucket")}/${object.text("key")}`,
            outputs: (object) => ({
                arn: `arn:${object.cloud.partition}:s3:::${object.text("bucket")}/${object.text("key")}`,
                etag: object.hex("etag", 32),
                storageClass: "STANDARD",
            }),
            defaults: { forceDestroy: false },
            replaceOn: ["bucket", "key"],
            checks: [
                required("bucket", "key"),
                longest("key", 1024),
                pattern("kmsKeyId", ARN, "the ARN of a key"),
                oneOf("serverSideEncryption", ["AES256", "aws:kms", "aws:kms:dsse"]),
                (inputs) =>
                    ["source", "content", "contentBase64"].filter((one) => inputs[one] !== undefined).length > 1
                        ? [{ property: "source", reason: "must not be beside content or contentBase64" }]
                        : [],
                // A bucket takes fifty tags, an object ten.
                each("tags", (tags) => (Object.keys(tags ?? {}).length > 10 ? "must have at most 10 tags" : undefined)),
            ],
        }),
    ),
    ...s3Settings,
};

function hostedZone({ region }: ResourceView): { hostedZoneId?: string } {
    const hostedZoneId = HOSTED_ZONES[region];
    return hostedZoneId === undefined ? {} : { hostedZoneId };
}
