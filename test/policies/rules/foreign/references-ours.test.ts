import { referencesOurs } from "../../../../policies/rules/foreign/references-ours.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const BUCKET = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const SUBSCRIPTION = "33333333-3333-4333-8333-333333333333";
const FOREIGN = "which is none of ours";

describeRule(referencesOurs, [
    {
        title: "accepts what names only ours",
        props: {
            role: "arn:aws:iam::222222222222:role/one",
            queue: "https://sqs.eu-west-1.amazonaws.com/222222222222/one",
            scope: "/subscriptions/22222220-2222-4222-8222-222222222222/resourceGroups/one",
            issuer: "https://sts.windows.net/22222222-2222-4222-8222-222222222222/",
            tenantId: "22222222-2222-4222-8222-222222222222",
            owner: "222222222222",
        },
        found: [],
    },
    {
        title: "accepts what AWS owns, and numbers that are no accounts",
        props: {
            policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
            bucket: "arn:aws:s3:::one",
            description: "123456789012 files",
            size: "123456789012",
            count: 123456789012,
        },
        found: [],
    },
    {
        title: "accepts a supplier's role, and an image of one who gives images",
        props: {
            role: "arn:aws:iam::888888888888:role/bank-reads-clearing",
            image: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1",
            repository: "arn:aws:ecr:eu-west-1:141502667606:repository/sagemaker-xgboost",
        },
        found: [],
    },
    { title: "accepts a resource that says nothing", props: {}, found: [] },
    {
        title: "rejects another account's key, however deep it stands",
        type: BUCKET,
        props: { rules: [{ default: { kmsMasterKeyId: "arn:aws:kms:eu-west-1:999999999999:key/one" } }] },
        found: [`rules[0].default.kmsMasterKeyId: names kms of the account 999999999999, ${FOREIGN}`],
    },
    {
        title: "rejects another account inside a policy",
        props: { policy: '{"Resource":["arn:aws:lambda:eu-west-1:999999999999:function:one"]}' },
        found: [`policy: names lambda of the account 999999999999, ${FOREIGN}`],
    },
    {
        title: "rejects more of a supplier than it gives",
        props: {
            key: "arn:aws:kms:eu-west-1:888888888888:key/one",
            roles: "arn:aws:iam::888888888888:role/*",
            image: "888888888888.dkr.ecr.eu-west-1.amazonaws.com/one",
            layer: "arn:aws:lambda:eu-west-1:141502667606:layer:one:1",
        },
        found: [
            `image: names an image of the account 888888888888, ${FOREIGN}`,
            `key: names kms of the account 888888888888, ${FOREIGN}`,
            `layer: names lambda of the account 141502667606, ${FOREIGN}`,
            `roles: names iam of the account 888888888888, ${FOREIGN}`,
        ],
    },
    {
        title: "rejects another account's queue, and an account by its number alone",
        props: {
            queueUrl: "https://sqs.eu-west-1.amazonaws.com/999999999999/one",
            expectedBucketOwner: "999999999999",
        },
        found: [
            `expectedBucketOwner: is the account 999999999999, ${FOREIGN}`,
            `queueUrl: names a queue of the account 999999999999, ${FOREIGN}`,
        ],
    },
    {
        title: "rejects another subscription and another tenant of Azure",
        type: "azure-native:monitor:DiagnosticSetting",
        props: {
            workspaceId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/one`,
            rules: [{ tenantId: SUBSCRIPTION }],
            issuer: `https://login.microsoftonline.com/${SUBSCRIPTION}/v2.0`,
            subscriptionId: SUBSCRIPTION,
        },
        found: [
            `issuer: names the tenant ${SUBSCRIPTION}, ${FOREIGN}`,
            `rules[0].tenantId: names the tenant ${SUBSCRIPTION}, ${FOREIGN}`,
            `subscriptionId: names the subscription ${SUBSCRIPTION}, ${FOREIGN}`,
            `workspaceId: names the subscription ${SUBSCRIPTION}, ${FOREIGN}`,
        ],
    },
    {
        title: "says nothing of what is unknown, which the update tells",
        props: { key: unknown, more: [unknown] },
        found: [],
    },
    {
        title: "judges what is known beside what is not",
        props: { key: unknown, role: "arn:aws:iam::999999999999:role/one" },
        found: [`role: names iam of the account 999999999999, ${FOREIGN}`],
    },
    {
        title: "leaves a stack without settings to the rule that tells of it",
        stack: "staging",
        props: { role: "arn:aws:iam::999999999999:role/one" },
        found: [],
    },
]);
