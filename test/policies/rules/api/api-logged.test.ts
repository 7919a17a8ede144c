import { apiLogged } from "../../../../policies/rules/api/api-logged.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const format = "$context.requestId $context.status $context.identity.sourceIp $context.authorizer.error";
const log = (changes: object) => ({ accessLogSettings: { destinationArn: "arn:log", format, ...changes } });
const beside = [{ type: "aws:cloudwatch/logGroup:LogGroup", name: "log", props: { arn: "arn:log" } }];
const NOTHING = "leaves out $context.requestId, $context.status, $context.identity.sourceIp, $context.authorizer.error";

describeRule(apiLogged, [
    { title: "accepts a line for each request", props: log({}), beside, found: [] },
    {
        title: "rejects a stage without a log",
        props: {},
        found: ["accessLogSettings.destinationArn: is not set", `accessLogSettings.format: ${NOTHING}`],
    },
    {
        title: "rejects an empty line",
        props: log({ format: "" }),
        beside,
        found: [`accessLogSettings.format: ${NOTHING}`],
    },
    {
        title: "rejects a log that does not say why a token was refused",
        props: log({ format: format.replace(" $context.authorizer.error", "") }),
        beside,
        found: ["accessLogSettings.format: leaves out $context.authorizer.error"],
    },
    {
        title: "rejects a log of tokens",
        props: log({ format: `${format} $request.header.authorization` }),
        beside,
        found: ["accessLogSettings.format: writes what the caller sent into the log"],
    },
    {
        title: "rejects a log elsewhere",
        props: log({}),
        found: ["accessLogSettings.destinationArn: is no log of the platform"],
    },
    {
        title: "cannot decide while the log is unknown",
        props: log({ destinationArn: unknown }),
        found: ["accessLogSettings.destinationArn is unknown"],
    },
]);
