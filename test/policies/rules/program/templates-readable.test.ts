import { templatesReadable } from "../../../../policies/rules/program/templates-readable.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const template = (Resources: object, more: object = {}) => ({ templateBody: JSON.stringify({ Resources, ...more }) });
const THEME = { Theme: { Type: "AWS::QuickSight::Theme", Properties: {} } };
const HIDES = "brings in what no guardrail reads";

describeRule(templatesReadable, [
    {
        title: "accepts a dashboard and its theme",
        props: template({ ...THEME, One: { Type: "AWS::QuickSight::Dashboard" } }),
        found: [],
    },
    {
        title: "rejects a role among them",
        props: template({ ...THEME, Admin: { Type: "AWS::IAM::Role" } }),
        found: ["templateBody.Resources.Admin.Type: is AWS::IAM::Role, which no guardrail reads there"],
    },
    {
        title: "rejects a template in a template, and something without a type",
        props: template({ Inner: { Type: "AWS::CloudFormation::Stack" }, Odd: {} }),
        found: [
            "templateBody.Resources.Inner.Type: is AWS::CloudFormation::Stack, which no guardrail reads there",
            "templateBody.Resources.Odd.Type: is not set, which no guardrail reads there",
        ],
    },
    {
        title: "rejects a template that lies elsewhere",
        props: { templateUrl: "https://bucket.s3.amazonaws.com/one.yaml" },
        found: [`templateUrl: ${HIDES}`, "templateBody: is not JSON, which the guardrails read"],
    },
    {
        title: "rejects YAML",
        props: { templateBody: "Resources:\n  Admin:\n    Type: AWS::IAM::Role\n" },
        found: ["templateBody: is not JSON, which the guardrails read"],
    },
    {
        title: "rejects what another identity makes, and what may make identities",
        props: {
            ...template(THEME),
            iamRoleArn: "arn:aws:iam::222222222222:role/one",
            capabilities: ["CAPABILITY_IAM"],
        },
        found: [`iamRoleArn: ${HIDES}`, `capabilities: ${HIDES}`],
    },
    {
        title: "rejects a template that something writes anew",
        props: template(THEME, { Transform: "AWS::Include" }),
        found: ["templateBody: computes what it makes, by Transform"],
    },
    {
        title: "rejects a loop that makes resources",
        props: template({ "Fn::ForEach::All": ["One", ["a"], {}] }),
        found: [
            "templateBody: computes what it makes, by Fn::ForEach",
            "templateBody.Resources.Fn::ForEach::All.Type: is not set, which no guardrail reads there",
        ],
    },
    { title: "rejects a template of nothing", props: template({}), found: ["templateBody: names no resource"] },
    {
        title: "rejects a stack without a template",
        props: {},
        found: ["templateBody: is not JSON, which the guardrails read"],
    },
    {
        title: "cannot decide while the template is unknown",
        props: { templateBody: unknown },
        found: ["templateBody is unknown"],
    },
]);
