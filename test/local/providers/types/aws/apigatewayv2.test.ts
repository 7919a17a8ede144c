import { adds, refuses } from "../../support/type-tests.ts";

const issuer = "https://sts.windows.net/11111111-1111-4111-a111-111111111111/";
const apiId = "abcdefghij";
const jwt = { issuer, audiences: ["api://it"] };
const authorizer = {
    apiId,
    authorizerType: "JWT",
    identitySources: ["$request.header.Authorization"],
    jwtConfiguration: jwt,
};
const route = {
    apiId,
    routeKey: "POST /x/{id}",
    authorizationType: "JWT",
    authorizerId: "a",
    target: "integrations/i",
};
const log = {
    destinationArn: "arn:aws:logs:eu-west-1:111122223333:log-group:it",
    format: '{"id":"$context.requestId"}',
};

describe("the table of aws.apigatewayv2", () => {
    adds([
        {
            type: "aws:apigatewayv2/api:Api",
            inputs: { name: "it", protocolType: "HTTP" },
            id: /^[0-9a-f]{10}$/,
            outputs: { ipAddressType: "ipv4" },
        },
        { type: "aws:apigatewayv2/authorizer:Authorizer", inputs: authorizer, id: /^[0-9a-f]{7}$/, outputs: {} },
        {
            type: "aws:apigatewayv2/integration:Integration",
            inputs: { apiId, integrationType: "AWS_PROXY" },
            id: /^[0-9a-f]{7}$/,
            outputs: {},
        },
        { type: "aws:apigatewayv2/route:Route", inputs: route, id: /^[0-9a-f]{7}$/, outputs: {} },
        {
            type: "aws:apigatewayv2/stage:Stage",
            inputs: { apiId, name: "$default", accessLogSettings: log },
            id: "$default",
            outputs: {
                arn: "arn:aws:apigateway:eu-west-1::/apis/abcdefghij/stages/$default",
                invokeUrl: "https://abcdefghij.execute-api.eu-west-1.amazonaws.com/",
            },
        },
    ]);

    refuses([
        {
            type: "aws:apigatewayv2/api:Api",
            good: { name: "it", protocolType: "HTTP" },
            bad: [
                [{ protocolType: "REST" }, "protocolType must be one of HTTP, WEBSOCKET"],
                [{ name: "x".repeat(129) }, "name must have at most 128 characters"],
                [{ description: "x".repeat(1025) }, "description must have at most 1024 characters"],
            ],
        },
        {
            type: "aws:apigatewayv2/authorizer:Authorizer",
            good: authorizer,
            bad: [
                [{ authorizerType: "TOKEN" }, "authorizerType must be one of"],
                [{ jwtConfiguration: null }, "jwtConfiguration is required for JWT"],
                [{ jwtConfiguration: { issuer } }, "jwtConfiguration must have an issuer and at least one audience"],
                [
                    { jwtConfiguration: { ...jwt, issuer: "tenant" } },
                    "jwtConfiguration.issuer must be an https address",
                ],
                [{ identitySources: [] }, "jwtConfiguration needs exactly one of identitySources"],
            ],
        },
        {
            type: "aws:apigatewayv2/integration:Integration",
            good: { apiId, integrationType: "AWS_PROXY", timeoutMilliseconds: 30_000 },
            bad: [
                [{ integrationType: "LAMBDA" }, "integrationType must be one of"],
                [{ timeoutMilliseconds: 30_001 }, "timeoutMilliseconds must be a whole number from 50 to 30000"],
                [{ payloadFormatVersion: "3.0" }, "payloadFormatVersion must be one of"],
            ],
        },
        {
            type: "aws:apigatewayv2/route:Route",
            good: route,
            bad: [
                [{ routeKey: "/x" }, "routeKey must be $default, or a method and a path"],
                [{ authorizationType: "TOKEN" }, "authorizationType must be one of"],
                [{ authorizerId: null }, "authorizerId is required for JWT"],
                [{ target: "i" }, "target must be integrations/"],
            ],
        },
        {
            type: "aws:apigatewayv2/stage:Stage",
            good: { apiId, name: "$default", accessLogSettings: log },
            bad: [
                [{ name: "a b" }, "name must be made of"],
                [{ accessLogSettings: { format: "{}" } }, "accessLogSettings.destinationArn is required"],
                [{ accessLogSettings: { ...log, format: "status" } }, "accessLogSettings.format must have"],
                [{ defaultRouteSettings: { throttlingBurstLimit: 6000 } }, "defaultRouteSettings.throttlingBurstLimit"],
            ],
        },
    ]);
});
