import { policyOnlyOurs } from "../../../../policies/rules/resource-policies/policy-only-ours.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const policy = (statement: object) => ({
    policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...statement } }),
});
const P = "policy.Statement.Principal";
const ROLE = "aws:iam/role:Role";
const PERMISSION = "aws:lambda/permission:Permission";
const trust = (Federated: string) => ({
    assumeRolePolicy: JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { Federated } }] }),
});
const T = "assumeRolePolicy.Statement[0].Principal";

describeRule(policyOnlyOurs, [
    ...["222222222222", "arn:aws:iam::222222222222:root", "arn:aws:iam::222222222222:role/reader"].map((AWS) => ({
        title: `accepts ${AWS}, which is ours`,
        props: policy({ Principal: { AWS } }),
        found: [],
    })),
    {
        title: "accepts services, of which another rule speaks",
        props: policy({ Principal: { Service: "s3.amazonaws.com" } }),
        found: [],
    },
    { title: "accepts everybody, of whom another rule speaks", props: policy({ Principal: "*" }), found: [] },
    {
        title: "accepts a denial for others",
        props: policy({ Effect: "Deny", Principal: { AWS: "999999999999" } }),
        found: [],
    },
    {
        title: "accepts another name under a condition that only ours fulfil",
        props: policy({
            Principal: { AWS: ["999999999999"] },
            Condition: { StringEquals: { "aws:PrincipalAccount": "222222222222" } },
        }),
        found: [],
    },
    { title: "accepts a resource without a policy", props: {}, found: [] },
    { title: "accepts what is no policy", props: { policy: "{" }, found: [] },
    ...["999999999999", "arn:aws:iam::999999999999:root", "arn:aws:sts::999999999999:assumed-role/one/two"].map(
        (AWS) => ({
            title: `rejects ${AWS}`,
            props: policy({ Principal: { AWS: ["222222222222", AWS] } }),
            found: [`${P}: lets in ${AWS}, an account that is none of ours`],
        }),
    ),
    {
        title: "rejects a supplier, from whom something is only taken",
        props: policy({ Principal: { AWS: "arn:aws:iam::888888888888:role/reader" } }),
        found: [`${P}: lets in arn:aws:iam::888888888888:role/reader, an account that is none of ours`],
    },
    {
        title: "rejects an id that says no account",
        props: policy({ Principal: { AWS: "AIDACKCEVSQ6C2EXAMPLE" } }),
        found: [`${P}: lets in AIDACKCEVSQ6C2EXAMPLE, which does not say of which account it is`],
    },
    {
        title: "rejects a canonical user",
        props: policy({ Principal: { CanonicalUser: "79a59d" } }),
        found: [`${P}: lets in 79a59d, an id that does not say whose it is`],
    },
    {
        title: "rejects another account's role as who may assume one",
        type: ROLE,
        props: {
            assumeRolePolicy: JSON.stringify({
                Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::999999999999:role/x" } }],
            }),
        },
        found: [`${T}: lets in arn:aws:iam::999999999999:role/x, an account that is none of ours`],
    },
    {
        title: "accepts the provider of our tenant",
        type: ROLE,
        props: trust("arn:aws:iam::222222222222:oidc-provider/sts.windows.net/22222222-2222-4222-8222-222222222222/"),
        found: [],
    },
    {
        title: "rejects a provider of another issuer",
        type: ROLE,
        props: trust("arn:aws:iam::222222222222:oidc-provider/gitlab.com"),
        found: [`${T}: trusts gitlab.com, which is none of our issuers`],
    },
    {
        title: "rejects a provider of another account",
        type: ROLE,
        props: trust("arn:aws:iam::999999999999:oidc-provider/token.actions.githubusercontent.com"),
        found: [
            `${T}: lets in arn:aws:iam::999999999999:oidc-provider/token.actions.githubusercontent.com, an account that is none of ours`,
        ],
    },
    {
        title: "rejects identities of Amazon's shops",
        type: ROLE,
        props: trust("www.amazon.com"),
        found: [`${T}: lets in identities for which www.amazon.com vouches, which is none of our issuers`],
    },
    {
        title: "accepts a permission for a source of ours",
        type: PERMISSION,
        props: {
            principal: "apigateway.amazonaws.com",
            sourceArn: "arn:aws:execute-api:eu-west-1:222222222222:one/*",
        },
        found: [],
    },
    {
        title: "rejects a permission for another account",
        type: PERMISSION,
        props: { principal: "999999999999" },
        found: ["principal: lets in 999999999999, none of ours"],
    },
    {
        title: "rejects a permission for every bucket",
        type: PERMISSION,
        props: { principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*" },
        found: ["sourceArn: does not say of which account it is, and sourceAccount is not set"],
    },
    {
        title: "rejects a permission for another account's buckets",
        type: PERMISSION,
        props: { principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::one", sourceAccount: "999999999999" },
        found: ["sourceAccount: is 999999999999, none of ours"],
    },
    {
        title: "leaves a stack without settings to the rule that tells of it",
        stack: "staging",
        props: policy({ Principal: { AWS: "999999999999" } }),
        found: [],
    },
    { title: "cannot decide while the policy is unknown", props: { policy: unknown }, found: ["policy is unknown"] },
    {
        title: "cannot decide while the principal is unknown",
        type: PERMISSION,
        props: { principal: unknown },
        found: ["principal is unknown"],
    },
]);
