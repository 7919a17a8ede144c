import { list, type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";

const FUNCTION = "aws:lambda/function:Function";

const LOGS = {
    why: "Lambda writes its log",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html",
};
const TRACES = {
    why: "Lambda sends its traces",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
};
const NETWORK = {
    why: "Lambda connects it to its network",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions",
};
const ENVIRONMENT = {
    why: "Lambda decrypts its environment",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html",
};
const POLLING = {
    why: "Lambda takes messages from its queue",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions",
};
const DESTINATION = {
    why: "Lambda tells its destination how it ended",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
};

const INTERFACES = [
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
];

/** What Lambda does in the name of each function. */
export function byLambda(program: Program): Need[] {
    const { names, role, find, ofType } = program;
    const own = ofType(FUNCTION).flatMap(({ props }) => {
        const holder = role(props.role);
        const log = find("aws:cloudwatch/logGroup:LogGroup", text(props, "loggingConfig", "logGroup"));
        return [
            ...needs(
                holder,
                ["logs:CreateLogStream", "logs:PutLogEvents"],
                `${names.plain(text(log?.outputs, "arn"))}:*`,
                LOGS,
            ),
            ...(text(props, "tracingConfig", "mode") === "Active"
                ? needs(holder, ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*", TRACES)
                : []),
            ...(list(props, "vpcConfig", "subnetIds").length > 0 ? needs(holder, INTERFACES, "*", NETWORK) : []),
            ...(props.kmsKeyArn
                ? needs(holder, ["kms:Decrypt"], names.plain(text(props, "kmsKeyArn")), ENVIRONMENT)
                : []),
        ];
    });
    const polling = ofType("aws:lambda/eventSourceMapping:EventSourceMapping").flatMap(({ props }) => {
        const actions = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];
        const holder = role(find(FUNCTION, props.functionName)?.props.role);
        return needs(holder, actions, names.plain(text(props, "eventSourceArn")), POLLING);
    });
    const telling = ofType("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").flatMap(({ props }) => {
        const holder = role(find(FUNCTION, props.functionName)?.props.role);
        const ends = ["onFailure", "onSuccess"].map((end) => text(props, "destinationConfig", end, "destination"));
        return [...new Set(ends)]
            .filter((end) => end !== "")
            .flatMap((end) => needs(holder, ["lambda:InvokeFunction"], names.plain(end), DESTINATION));
    });
    return [...own, ...polling, ...telling];
}
