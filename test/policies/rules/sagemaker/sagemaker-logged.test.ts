import { sagemakerLogged } from "../../../../policies/rules/sagemaker/sagemaker-logged.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const group = (name?: string) => ({ type: "aws:cloudwatch/logGroup:LogGroup", name: "log", props: { name } });
const props = { name: "it" };
const NONE = "name: has no log group in this stack";

describeRule(sagemakerLogged, [
    { title: "accepts its log group", props, beside: [group("/aws/sagemaker/Endpoints/it")], found: [] },
    { title: "rejects an endpoint without one", props, found: [NONE] },
    { title: "rejects an empty name", props, beside: [group("")], found: [NONE] },
    { title: "rejects that of another", props, beside: [group("/aws/sagemaker/Endpoints/else")], found: [NONE] },
    { title: "rejects that of a function", props, beside: [group("/aws/lambda/it")], found: [NONE] },
    {
        title: "cannot decide while the name of a log group is unknown",
        props,
        beside: [group(unknown)],
        found: ["name is unknown"],
    },
]);
