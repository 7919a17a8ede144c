import { lambdaNotPublic } from "../../../../policies/rules/lambda/lambda-not-public.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const URL = "aws:lambda/functionUrl:FunctionUrl";

describeRule(lambdaNotPublic, [
    { title: "accepts a caller of this account", props: { principal: "123456789012" }, found: [] },
    {
        title: "accepts a service for one source",
        props: { principal: "s3.amazonaws.com", sourceArn: "arn:bucket" },
        found: [],
    },
    {
        title: "accepts a service for a source that is not known yet",
        props: { principal: "s3.amazonaws.com", sourceArn: unknown },
        found: [],
    },
    { title: "rejects everybody", props: { principal: "*" }, found: ["principal: lets anybody call the function"] },
    {
        title: "rejects a permission for nobody in particular",
        props: {},
        found: ["principal: lets anybody call the function"],
    },
    {
        title: "rejects a service for any customer",
        props: { principal: "s3.amazonaws.com" },
        found: ["principal: lets s3.amazonaws.com call it for any customer of AWS"],
    },
    { title: "accepts an address that asks for IAM", type: URL, props: { authorizationType: "AWS_IAM" }, found: [] },
    {
        title: "rejects an open address",
        type: URL,
        props: { authorizationType: "NONE" },
        found: ["authorizationType: lets anybody call the function"],
    },
    {
        title: "cannot decide while the caller is unknown",
        props: { principal: unknown },
        found: ["principal is unknown"],
    },
]);
