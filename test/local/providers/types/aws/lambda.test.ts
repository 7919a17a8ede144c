import { ARCHIVE, SIGNATURE } from "../../../../../local/store/signatures.ts";
import { adds, refuses, UUID } from "../../support/type-tests.ts";

const HERE = "eu-west-1:111122223333";
const QUEUE_ARN = "arn:aws:sqs:eu-west-1:111122223333:bulk";
const ROLE = "arn:aws:iam::111122223333:role/screen";

describe("the table of lambda", () => {
    adds([
        {
            type: "aws:lambda/function:Function",
            inputs: {
                name: "screen",
                role: "arn:aws:iam::111122223333:role/screen",
                handler: "index.handler",
                runtime: "nodejs22.x",
                code: { [SIGNATURE]: ARCHIVE, path: "/screen.zip", hash: "0a0b" },
                loggingConfig: { logFormat: "JSON" },
            },
            id: "screen",
            outputs: {
                arn: `arn:aws:lambda:${HERE}:function:screen`,
                qualifiedArn: `arn:aws:lambda:${HERE}:function:screen:$LATEST`,
                sourceCodeHash: "Cgs=",
                timeout: 3,
                memorySize: 128,
                loggingConfig: { logFormat: "JSON", logGroup: "/aws/lambda/screen" },
            },
        },
        {
            type: "aws:lambda/eventSourceMapping:EventSourceMapping",
            inputs: { functionName: "screen", eventSourceArn: `arn:aws:sqs:${HERE}:bulk` },
            id: UUID,
            outputs: {
                functionArn: `arn:aws:lambda:${HERE}:function:screen`,
                batchSize: 10,
                enabled: true,
                state: "Enabled",
            },
        },
    ]);

    refuses([
        {
            type: "aws:lambda/eventSourceMapping:EventSourceMapping",
            good: { functionName: "f", eventSourceArn: QUEUE_ARN, batchSize: 100, maximumBatchingWindowInSeconds: 1 },
            bad: [
                [{ maximumBatchingWindowInSeconds: 0 }, "batchSize above 10 needs maximumBatchingWindowInSeconds"],
                [{ batchSize: 10_001 }, "batchSize must"],
                [{ maximumBatchingWindowInSeconds: 301 }, "maximumBatchingWindowInSeconds must"],
                [{ eventSourceArn: `${QUEUE_ARN}.fifo` }, "batchSize must be at most 10 for a FIFO queue"],
                [{ scalingConfig: { maximumConcurrency: 1 } }, "scalingConfig.maximumConcurrency must"],
                [
                    { functionResponseTypes: ["Other"] },
                    "functionResponseTypes[0] must be one of ReportBatchItemFailures",
                ],
                [{ startingPosition: "LATEST" }, "startingPosition is not for queues"],
            ],
        },
        {
            type: "aws:lambda/function:Function",
            good: { role: ROLE, handler: "index.handler", runtime: "nodejs22.x", timeout: 900, s3Bucket: "b" },
            bad: [
                [{ timeout: 901 }, "timeout must be a whole number from 1 to 900 seconds, got 901"],
                [{ memorySize: 127 }, "memorySize must"],
                [{ runtime: "nodejs14.x" }, "runtime must be a runtime that AWS supports"],
                [{ architectures: ["arm"] }, "architectures[0] must be one of x86_64, arm64"],
                [{ role: "screen" }, "role must be the ARN of a role"],
                [{ imageUri: "i" }, "code must come from exactly one of"],
                [{ environment: { variables: { AWS_REGION: "x" } } }, "environment.variables must not set AWS_REGION"],
                [
                    { environment: { variables: { "A-B": "x" } } },
                    'environment.variables cannot have a variable named "A-B"',
                ],
                [
                    { environment: { variables: { BIG: "x".repeat(4096) } } },
                    "environment.variables must fit into 4096 bytes",
                ],
                [{ packageType: "Image", handler: "h", tracingConfig: { mode: "On" } }, "tracingConfig.mode must"],
            ],
        },
        {
            type: "aws:lambda/permission:Permission",
            good: { action: "lambda:InvokeFunction", function: "f", principal: "s3.amazonaws.com" },
            bad: [[{ action: "invoke" }, "action names the service invoke, which"]],
        },
        {
            type: "aws:lambda/invocation:Invocation",
            good: { functionName: "f", input: "{}" },
            bad: [
                [{ functionName: null }, "functionName is required"],
                [{ input: null }, "input is required"],
                [{ input: "now" }, "input is not a JSON object"],
                [{ lifecycleScope: "ONCE" }, "lifecycleScope must be one of CREATE_ONLY, CRUD"],
            ],
        },
        {
            type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
            good: { functionName: "f", maximumRetryAttempts: 2 },
            bad: [
                [{ maximumRetryAttempts: 3 }, "maximumRetryAttempts must"],
                [{ maximumEventAgeInSeconds: 59 }, "maximumEventAgeInSeconds must"],
            ],
        },
    ]);
});
