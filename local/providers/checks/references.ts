import { formatPath, type Step } from "../../store/paths.ts";
import { isObject, type Properties, type Value } from "../../store/value.ts";
import { hasUnknown } from "../values/plain.ts";
import type { Failure } from "./check.ts";
import { show } from "./show.ts";

/** What a property of AWS refers to, where its name alone says so. The models call most of these plain texts. */
interface Reference {
    readonly form: RegExp;
    /** Completes "must be …". */
    readonly says: string;
    /** Where the region stands in it, which must be that of the resource. */
    readonly region?: RegExp;
}

const arnOf = (service: string, resource: string): string =>
    `arn:[\\w-]+:${service}:[\\w-]*:(\\d{12}|aws)?:${resource}`;
const only = (...forms: string[]): RegExp => new RegExp(`^(${forms.join("|")})$`);

const KEY_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}";
const KEY: Reference = {
    form: only(arnOf("kms", "(key|alias)/.+"), "alias/[\\w/-]+", KEY_ID),
    says: "the ARN, the id or the alias of a key",
    region: /^arn:[\w-]+:kms:([\w-]+):/,
};
const ROLE: Reference = { form: only(arnOf("iam", "role/.+")), says: "the ARN of a role" };
const TOPIC: Reference = { form: only(arnOf("sns", "[\\w.-]+")), says: "the ARN of a topic" };
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET: Reference = {
    form: /^(arn:[\w-]+:s3.*|[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/,
    says: "the name of a bucket, of small letters, digits, dots and dashes",
};
const SUBNET: Reference = { form: /^subnet-\w+$/, says: "the id of a subnet, which begins with subnet-" };
const GROUP: Reference = { form: /^sg-\w+$/, says: "the id of a security group, which begins with sg-" };
const ROUTES: Reference = { form: /^rtb-\w+$/, says: "the id of a route table, which begins with rtb-" };

const REFERENCES: ReadonlyMap<string, Reference> = new Map([
    ...["adminPasswordSecretKmsKeyId", "encryptionKeyArn", "kmsKeyArn", "kmsKeyId", "kmsMasterKeyId"].map(
        (name): [string, Reference] => [name, KEY],
    ),
    ...["cloudWatchLogsRoleArn", "defaultIamRoleArn", "executionRoleArn", "iamRoleArn", "iamRoles", "roleArn"].map(
        (name): [string, Reference] => [name, ROLE],
    ),
    ...["bucket", "s3BucketName", "targetBucket"].map((name): [string, Reference] => [name, BUCKET]),
    ...["alarmActions", "insufficientDataActions", "okActions"].map((name): [string, Reference] => [
        name,
        { form: /^arn:/, says: "the ARN of an action", region: /^arn:[\w-]+:sns:([\w-]+):/ },
    ]),
    ["redrivePolicy", { form: /^/, says: "a policy", region: /"deadLetterTargetArn"\s*:\s*"arn:[\w-]+:sqs:([\w-]+):/ }],
    ["notificationArns", TOPIC],
    ["subscriberSnsTopicArns", TOPIC],
    ["queueArn", { form: only(arnOf("sqs", "[\\w.-]+")), says: "the ARN of a queue" }],
    ["secretArn", { form: only(arnOf("secretsmanager", "secret:.+")), says: "the ARN of a secret" }],
    ["dataSourceArn", { form: only(arnOf("quicksight", "datasource/.+")), says: "the ARN of a data source" }],
    ["vpcConnectionArn", { form: only(arnOf("quicksight", "vpcConnection/.+")), says: "the ARN of a VPC connection" }],
    ["subnetId", SUBNET],
    ["subnetIds", SUBNET],
    ["securityGroupId", GROUP],
    ["securityGroupIds", GROUP],
    ["referencedSecurityGroupId", GROUP],
    ["routeTableId", ROUTES],
    ["routeTableIds", ROUTES],
    ["vpcId", { form: /^vpc-\w+$/, says: "the id of a network, which begins with vpc-" }],
    [
        "availabilityZone",
        {
            form: /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/,
            says: "an availability zone such as eu-west-1a",
            region: /^(.*-\d)[a-z]$/,
        },
    ],
    [
        "serviceName",
        {
            form: /^[\w-]+(\.[\w-]+){2,}$/,
            says: "the name of a service such as com.amazonaws.eu-west-1.sqs",
            region: /^com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d)\./,
        },
    ],
    ["prefixListId", { form: /^pl-\w+$/, says: "the id of a prefix list, which begins with pl-" }],
]);

/** Refuses references to things of another kind, and keys of another region, which no service of AWS takes. */
export function referenceFaults(inputs: Properties, region: string): Failure[] {
    const faults: Failure[] = [];
    const path: Step[] = [];
    const into = (value: Value, meant: Reference | undefined): void => {
        if (typeof value === "string") {
            const reason = meant && !hasUnknown(value) ? faultOf(value, meant, region) : undefined;
            if (reason !== undefined) faults.push({ property: formatPath(path), reason });
        } else if (Array.isArray(value)) {
            for (const [index, item] of value.entries()) below(index, item, meant);
        } else if (isObject(value)) {
            for (const [name, item] of Object.entries(value)) {
                if (!name.startsWith("__")) below(name, item, REFERENCES.get(name));
            }
        }
    };
    const below = (step: Step, value: Value, meant: Reference | undefined): void => {
        path.push(step);
        into(value, meant);
        path.pop();
    };
    into(inputs, undefined);
    return faults;
}

function faultOf(given: string, { form, says, region: at }: Reference, region: string): string | undefined {
    // An empty text is what the provider calls nothing.
    if (given === "") return undefined;
    if (!form.test(given)) return `must be ${says}, got ${show(given)}`;
    const [, place = region] = at?.exec(given) ?? [];
    if (place === region) return undefined;
    return `must be of the region ${region}, and is of ${place}`;
}
