import { sagemakerTrainingGuarded } from "../../../../policies/rules/sagemaker/sagemaker-training-guarded.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const TYPE = "aws:iam/rolePolicy:RolePolicy";
const whole = {
    Bool: { "sagemaker:NetworkIsolation": "true", "sagemaker:InterContainerTrafficEncryption": "true" },
    ArnEquals: { "sagemaker:VolumeKmsKeyArn": "arn:key", "sagemaker:OutputKmsKeyArn": "arn:key" },
};
const policy = (Condition?: object, Action = "sagemaker:CreateTrainingJob") => ({
    policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: [Action], Condition }] }),
});
const C = "policy.Statement[0].Condition";
const KEYS = [
    "sagemaker:NetworkIsolation",
    "sagemaker:InterContainerTrafficEncryption",
    "sagemaker:VolumeKmsKeyArn",
    "sagemaker:OutputKmsKeyArn",
];

describeRule(sagemakerTrainingGuarded, [
    { title: "accepts all four conditions", type: TYPE, props: policy(whole), found: [] },
    { title: "accepts what starts no training", type: TYPE, props: policy(undefined, "sqs:SendMessage"), found: [] },
    { title: "has nothing to say about an absent policy", type: TYPE, props: {}, found: [] },
    {
        title: "rejects training without conditions",
        type: TYPE,
        props: policy(),
        found: [`${C}: lacks ${KEYS.join(", ")}`],
    },
    {
        title: "rejects empty conditions",
        type: TYPE,
        props: policy({ Bool: {}, ArnEquals: {} }),
        found: [`${C}: lacks ${KEYS.join(", ")}`],
    },
    {
        title: "rejects a condition that asks for the opposite",
        type: TYPE,
        props: policy({ ...whole, Bool: { ...whole.Bool, "sagemaker:NetworkIsolation": "false" } }),
        found: [`${C}: lacks sagemaker:NetworkIsolation`],
    },
    {
        title: "rejects conditions without the keys",
        type: TYPE,
        props: policy({ Bool: whole.Bool }),
        found: [`${C}: lacks sagemaker:VolumeKmsKeyArn, sagemaker:OutputKmsKeyArn`],
    },
    {
        title: "cannot decide while the policy is unknown",
        type: TYPE,
        props: { policy: unknown },
        found: ["policy is unknown"],
    },
]);
