import { list, type Program, text } from "../program/program.ts";
import { type Need, needs } from "./need.ts";

/** Which use of its key an action on an encrypted thing asks of the caller. */
interface KeyUse {
    readonly of: RegExp;
    readonly uses: readonly string[];
    readonly source: string;
}

const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms";
const QUEUES = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html";
const TOPICS = "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html";
const TABLES = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html";
const SECRETS = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html";

const DECRYPT = ["kms:Decrypt"];
const ENCRYPT = ["kms:GenerateDataKey"];
const BOTH = ["kms:Decrypt", "kms:GenerateDataKey"];

const USES: readonly KeyUse[] = [
    { of: /^s3:GetObject(Version)?$/, uses: DECRYPT, source: S3 },
    { of: /^s3:PutObject$/, uses: ENCRYPT, source: S3 },
    { of: /^sqs:ReceiveMessage$/, uses: DECRYPT, source: QUEUES },
    { of: /^sqs:SendMessage$/, uses: BOTH, source: QUEUES },
    { of: /^sns:Publish$/, uses: BOTH, source: TOPICS },
    { of: /^dynamodb:/, uses: DECRYPT, source: TABLES },
    { of: /^secretsmanager:GetSecretValue$/, uses: DECRYPT, source: SECRETS },
    { of: /^secretsmanager:PutSecretValue$/, uses: BOTH, source: SECRETS },
];

/** What each need asks of the key under which its thing is kept. A store asks for it itself, in the caller's name. */
export function usesOfKeys(program: Program, known: readonly Need[]): Need[] {
    const keys = keysIn(program);
    return known.flatMap(({ role, action, resource }) => {
        const key = keys.get(/^\{[^}]+\}/.exec(resource)?.[0] ?? "");
        if (key === undefined) return [];
        return USES.filter(({ of }) => of.test(action)).flatMap(({ uses, source }) =>
            needs(role, uses, key, { why: `${action} on ${resource} is under this key`, source }),
        );
    });
}

/** The key of each thing, both by their plain names. */
function keysIn({ ofType, find, names }: Program): Map<string, string> {
    const own = (type: string, ...path: string[]) =>
        ofType(type).map(({ outputs, props }) => [names.plain(text(outputs, "arn")), text(props, ...path)] as const);
    const buckets = ofType(
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    ).map(({ props }) => {
        const bucket = find("aws:s3/bucket:Bucket", props.bucket);
        const [rule] = list(props, "rules");
        const key = text(rule, "applyServerSideEncryptionByDefault", "kmsMasterKeyId");
        return [names.plain(text(bucket?.outputs, "arn")), key] as const;
    });
    const objects = ofType("aws:s3/bucketObjectv2:BucketObjectv2").map(({ outputs, props }) => {
        const bucket = names.plain(text(find("aws:s3/bucket:Bucket", props.bucket)?.outputs, "arn"));
        return [names.plain(text(outputs, "arn")), buckets.find(([one]) => one === bucket)?.[1] ?? ""] as const;
    });
    const secrets = ofType("aws:redshiftserverless/namespace:Namespace").map(
        ({ outputs, props }) =>
            [names.plain(text(outputs, "adminPasswordSecretArn")), text(props, "adminPasswordSecretKmsKeyId")] as const,
    );
    const all = [
        ...buckets,
        ...objects,
        ...secrets,
        ...own("aws:sqs/queue:Queue", "kmsMasterKeyId"),
        ...own("aws:sns/topic:Topic", "kmsMasterKeyId"),
        ...own("aws:dynamodb/table:Table", "serverSideEncryption", "kmsKeyArn"),
        ...own("aws:secretsmanager/secret:Secret", "kmsKeyId"),
    ];
    return new Map(all.filter(([, key]) => key !== "").map(([thing, key]) => [thing, names.plain(key)]));
}
