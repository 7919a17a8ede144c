import { secretRenewed } from "../../../../policies/rules/keys/secret-renewed.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const ARN = "arn:aws:secretsmanager:eu-west-1:222222222222:secret:one";
const IT = { id: "it", arn: ARN };
const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const rotation = (secretId: string) => ({
    type: ROTATION,
    name: "rotation",
    props: { secretId, rotationRules: { automaticallyAfterDays: 30 } },
});
const role = (Action: string, Resource = ARN) => ({
    type: "aws:iam/rolePolicy:RolePolicy",
    name: "role",
    props: { policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action, Resource }] }) },
});
const STALE = ["rotation: does not exist, and no role of the program puts a new value"];

describeRule(secretRenewed, [
    { title: "accepts a rotation", props: IT, beside: [rotation("it")], found: [] },
    {
        title: "accepts a role of the program that puts new values",
        props: IT,
        beside: [role("secretsmanager:PutSecretValue")],
        found: [],
    },
    {
        title: "accepts a rotation by a rate",
        type: ROTATION,
        props: { rotationRules: { scheduleExpression: "rate(30 days)" } },
        found: [],
    },
    {
        title: "accepts a window of a week",
        props: { ...IT, recoveryWindowInDays: 7 },
        beside: [rotation("it")],
        found: [],
    },
    { title: "rejects a secret that nobody renews", props: IT, found: STALE },
    { title: "rejects the rotation of another", props: IT, beside: [rotation("else")], found: STALE },
    {
        title: "rejects a role that only reads",
        props: IT,
        beside: [role("secretsmanager:GetSecretValue")],
        found: STALE,
    },
    {
        title: "rejects a role for another secret",
        props: IT,
        beside: [role("secretsmanager:PutSecretValue", `${ARN}-else`)],
        found: STALE,
    },
    {
        title: "rejects a secret that is lost at once, in production",
        props: { ...IT, recoveryWindowInDays: 0 },
        beside: [rotation("it")],
        found: ["recoveryWindowInDays: is 0, so that a secret is lost as soon as it is deleted"],
    },
    {
        title: "accepts that elsewhere",
        stack: "dev",
        props: { ...IT, recoveryWindowInDays: 0 },
        beside: [rotation("it")],
        found: [],
    },
    {
        title: "rejects a rotation once a year, or at no time",
        type: ROTATION,
        props: { rotationRules: { automaticallyAfterDays: 365 } },
        beside: [{ type: ROTATION, name: "never", props: {} }],
        found: ["rotationRules: come every 365 days, more than 90", "never rotationRules: say nothing of when"],
    },
    {
        title: "cannot decide while it is unknown",
        props: { ...IT, recoveryWindowInDays: unknown },
        beside: [
            {
                type: ROTATION,
                name: "rotation",
                props: { secretId: unknown, rotationRules: { automaticallyAfterDays: 30 } },
            },
        ],
        found: ["recoveryWindowInDays is unknown", "secretId is unknown"],
    },
]);
