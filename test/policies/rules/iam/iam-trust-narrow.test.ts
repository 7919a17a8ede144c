import { iamTrustNarrow } from "../../../../policies/rules/iam/iam-trust-narrow.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const P = "assumeRolePolicy.Statement[0].Principal";
const FEDERATED = { Federated: "arn:aws:iam::1:oidc-provider/issuer/" };
const trust = (statement: object) => ({
    assumeRolePolicy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }] }),
});

describeRule(iamTrustNarrow, [
    { title: "accepts a service", props: trust({ Principal: { Service: "lambda.amazonaws.com" } }), found: [] },
    {
        title: "accepts an identity that is pinned",
        props: trust({
            Principal: FEDERATED,
            Condition: { StringEquals: { "issuer/:aud": "api", "issuer/:sub": "one" } },
        }),
        found: [],
    },
    {
        title: "accepts the warehouse, which must be ours where it says whose it is",
        props: trust({
            Principal: { Service: "redshift.amazonaws.com" },
            Condition: { StringEqualsIfExists: { "aws:SourceAccount": "222222222222" } },
        }),
        found: [],
    },
    {
        title: "rejects the warehouse of anybody",
        props: trust({ Principal: { Service: "redshift.amazonaws.com" } }),
        found: [`${P}: lets redshift.amazonaws.com assume the role for any customer of AWS`],
    },
    {
        title: "rejects a service that says whose it is and need not",
        props: trust({
            Principal: { Service: "sns.amazonaws.com" },
            Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } },
        }),
        found: [`${P}: lets sns.amazonaws.com assume the role for any customer of AWS`],
    },
    {
        title: "rejects two subjects behind one role",
        props: trust({
            Principal: FEDERATED,
            Condition: { StringEquals: { "issuer/:aud": "api", "issuer/:sub": ["one", "two"] } },
        }),
        found: [`${P}: does not pin both audience and subject`],
    },
    { title: "accepts a role that nobody may assume", props: {}, found: [] },
    { title: "accepts an empty policy", props: { assumeRolePolicy: "{}" }, found: [] },
    { title: "rejects everybody", props: trust({ Principal: "*" }), found: [`${P}: lets everybody assume the role`] },
    {
        title: "rejects everybody of AWS",
        props: trust({ Principal: { AWS: "*" } }),
        found: [`${P}: lets everybody assume the role`],
    },
    {
        title: "rejects all but some",
        props: trust({ NotPrincipal: { AWS: "arn:x" } }),
        found: [`${P}: lets everybody but those it names assume the role`],
    },
    {
        title: "rejects an identity provider without conditions",
        props: trust({ Principal: FEDERATED }),
        found: [`${P}: does not pin both audience and subject`],
    },
    {
        title: "rejects an audience without a subject",
        props: trust({ Principal: FEDERATED, Condition: { StringEquals: { "issuer/:aud": "api" } } }),
        found: [`${P}: does not pin both audience and subject`],
    },
    {
        title: "rejects a subject by pattern",
        props: trust({
            Principal: FEDERATED,
            Condition: { StringEquals: { "issuer/:aud": "api" }, StringLike: { "issuer/:sub": "*" } },
        }),
        found: [`${P}: does not pin both audience and subject`],
    },
    {
        title: "accepts a service for this account",
        props: trust({
            Principal: { Service: "sagemaker.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": "222222222222" } },
        }),
        found: [],
    },
    {
        title: "rejects a service that may come from any customer",
        props: trust({ Principal: { Service: "sagemaker.amazonaws.com" } }),
        found: [`${P}: lets sagemaker.amazonaws.com assume the role for any customer of AWS`],
    },
    ...["*", "sts:*", "iam:PassRole"].map((Action) => ({
        title: `rejects ${Action} on the role itself`,
        props: trust({ Action, Principal: { Service: "lambda.amazonaws.com" } }),
        found: [`${P}: allows ${Action} on the role itself`],
    })),
    {
        title: "rejects five subjects, of which nobody sees which it was",
        props: trust({
            Principal: FEDERATED,
            Condition: { StringEquals: { "issuer/:aud": "api", "issuer/:sub": ["1", "2", "3", "4", "5"] } },
        }),
        found: [`${P}: does not pin both audience and subject`],
    },
    {
        title: "rejects the audience that every federation shares",
        props: trust({
            Principal: FEDERATED,
            Condition: { StringEquals: { "issuer/:aud": "api://AzureADTokenExchange", "issuer/:sub": "one" } },
        }),
        found: [`${P}: does not pin both audience and subject`],
    },
    ...["arn:aws:iam::222222222222:root", "222222222222"].map((AWS) => ({
        title: `rejects the whole account by ${AWS}`,
        props: trust({ Principal: { AWS } }),
        found: [`${P}: lets everybody in the account assume the role who may assume any`],
    })),
    {
        title: "accepts one role of the account by its ARN, as AWS advises",
        props: trust({
            Principal: { AWS: "arn:aws:iam::222222222222:root" },
            Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::222222222222:role/one" } },
        }),
        found: [],
    },
    {
        title: "cannot decide while the policy is unknown",
        props: { assumeRolePolicy: unknown },
        found: ["assumeRolePolicy is unknown"],
    },
]);
