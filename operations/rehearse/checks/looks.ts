import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { GetPolicyCommand, GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import type { Stood } from "../../changes/change.ts";
import type { Cloud } from "../../verify/cloud.ts";

/** A resource whose name the program chooses, and whether the account, or for buckets anybody, has one of that name. */
export interface Named {
    readonly kind: string;
    readonly name: string;
    isThere(cloud: Cloud): Promise<boolean>;
}

type Inputs = Readonly<Record<string, unknown>>;
interface Look {
    readonly kind: string;
    /** Undefined where Pulumi makes the name up, which nobody else has. */
    nameIn(inputs: Inputs): unknown;
    find(cloud: Cloud, name: string, inputs: Inputs): Promise<unknown>;
}

const LOOKS: Readonly<Record<string, Look>> = {
    "aws:s3/bucket:Bucket": {
        kind: "bucket",
        nameIn: ({ bucket }) => bucket,
        // One of somebody else answers that we may not look, and is there all the same.
        find: (cloud, Bucket) => cloud.of(S3Client).send(new HeadBucketCommand({ Bucket })).catch(unlessForbidden),
    },
    "aws:kms/alias:Alias": {
        kind: "alias of a key",
        nameIn: ({ name }) => name,
        find: (cloud, KeyId) => cloud.of(KMSClient).send(new DescribeKeyCommand({ KeyId })),
    },
    "aws:iam/role:Role": {
        kind: "role",
        nameIn: ({ name }) => name,
        find: (cloud, RoleName) => cloud.of(IAMClient).send(new GetRoleCommand({ RoleName })),
    },
    "aws:iam/policy:Policy": {
        kind: "policy",
        nameIn: ({ name }) => name,
        find: (cloud, name, { path = "/" }) =>
            cloud
                .of(IAMClient)
                .send(new GetPolicyCommand({ PolicyArn: `arn:aws:iam::${cloud.accountId}:policy${path}${name}` })),
    },
    "aws:cloudwatch/logGroup:LogGroup": {
        kind: "log group",
        nameIn: ({ name }) => name,
        find: async (cloud, logGroupNamePrefix) => {
            const { logGroups = [] } = await cloud
                .of(CloudWatchLogsClient)
                .send(new DescribeLogGroupsCommand({ logGroupNamePrefix }));
            return logGroups.some(({ logGroupName }) => logGroupName === logGroupNamePrefix) || undefined;
        },
    },
};

/** What of a program has a name that the program chooses, for the kinds that can be asked. */
export function namedIn(resources: readonly Stood[]): Named[] {
    return resources.flatMap(({ type, inputs }) => {
        const look = LOOKS[type];
        const name = look?.nameIn(inputs);
        if (look === undefined || typeof name !== "string") return [];
        const isThere = async (cloud: Cloud) =>
            (await look.find(cloud, name, inputs).catch(unlessMissing)) !== undefined;
        return [{ kind: look.kind, name, isThere }];
    });
}

function unlessMissing(cause: unknown): undefined {
    const { name = "", message = "" } = cause instanceof Error ? cause : {};
    if (/NotFound|NoSuch/.test(name) || /NotFound/.test(message)) return undefined;
    throw cause;
}

function unlessForbidden(cause: unknown): true {
    const status = Object(Object(cause).$metadata).httpStatusCode;
    if (status === 403 || status === 301) return true;
    throw cause;
}
