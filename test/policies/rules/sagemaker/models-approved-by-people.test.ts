import { modelsApprovedByPeople } from "../../../../policies/rules/sagemaker/models-approved-by-people.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const deny = (operator: string, key: string, change: object = {}) => ({
    Effect: "Deny",
    Principal: "*",
    Action: ["sagemaker:UpdateModelPackage"],
    Condition: { [operator]: { [key]: "it" } },
    ...change,
});
const others = deny("StringNotEquals", "aws:PrincipalAccount");
const machines = deny("StringEquals", "aws:PrincipalTag/platform");
const policy = (...Statement: object[]) => ({
    type: "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy",
    name: "policy",
    props: { modelPackageGroupName: "it", resourcePolicy: JSON.stringify({ Statement }) },
});
const props = { id: "it", modelPackageGroupName: "it" };
const found = (what: string) => [`resourcePolicy: ${what}`];

describeRule(modelsApprovedByPeople, [
    { title: "accepts both denials", props, beside: [policy(others, machines)], found: [] },
    { title: "rejects a group without a policy", props, found: found("is absent") },
    { title: "rejects an empty policy", props, beside: [policy()], found: found("does not deny other accounts") },
    {
        title: "rejects a group that other accounts may use",
        props,
        beside: [policy(machines)],
        found: found("does not deny other accounts"),
    },
    {
        title: "rejects a group whose versions machines may approve",
        props,
        beside: [policy(others)],
        found: found("lets roles of the platform approve"),
    },
    {
        title: "rejects a denial that allows",
        props,
        beside: [policy(others, { ...machines, Effect: "Allow" })],
        found: found("lets roles of the platform approve"),
    },
    {
        title: "rejects a denial for some",
        props,
        beside: [policy(others, { ...machines, Principal: { AWS: "arn:aws:iam::1:role/one" } })],
        found: found("lets roles of the platform approve"),
    },
    {
        title: "rejects a denial of something else",
        props,
        beside: [policy(others, { ...machines, Action: ["sagemaker:CreateModel"] })],
        found: found("lets roles of the platform approve"),
    },
    {
        title: "rejects a denial that a second condition weakens",
        props,
        beside: [
            policy(others, {
                ...machines,
                Condition: { ...machines.Condition, Bool: { "aws:SecureTransport": "false" } },
            }),
        ],
        found: found("lets roles of the platform approve"),
    },
    {
        title: "cannot decide while the policy is unknown",
        props,
        beside: [{ ...policy(), props: { modelPackageGroupName: "it", resourcePolicy: unknown } }],
        found: ["resourcePolicy is unknown"],
    },
]);
