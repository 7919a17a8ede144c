import { type Check, each, when } from "../../checks/check.ts";
import { longest, mostItems, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { integrationFault, jwtFault, targetFault } from "./apigatewayv2-faults.ts";
import { arn, regional, tagged } from "./common.ts";

/** What the service calls things by: ten letters and digits for an API, seven for a part of it. */
const API_ID = 10;
const PART_ID = 7;
/** With or without the braces that AWS's documents write. */
const HTTP_SELECTION = /^(\$request\.method \$request\.path|\$\{request\.method\} \$\{request\.path\})$/;
const METHODS = "ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT";

const named = (maxLength: number) => ({
    property: "name",
    maxLength,
    pattern: /^[\s\S]+$/,
    allowed: "any characters",
});
const partOf = (resource: ResourceView, kind: string) => resource.hex(kind, PART_ID);

export const apigatewayv2: TypeTable = {
    "aws:apigatewayv2/api:Api": regional(
        tagged({
            name: named(128),
            id: (api) => api.hex("api", API_ID),
            outputs: (api) => {
                const id = api.hex("api", API_ID);
                const scheme = api.text("protocolType") === "WEBSOCKET" ? "wss" : "https";
                return {
                    // API Gateway leaves the account out of the ARN of an API.
                    arn: `arn:${api.cloud.partition}:apigateway:${api.region}::/apis/${id}`,
                    apiEndpoint: `${scheme}://${id}.execute-api.${api.region}.${api.cloud.dnsSuffix}`,
                    executionArn: arn(api, "execute-api", id),
                    ipAddressType: "ipv4",
                };
            },
            defaults: {
                apiKeySelectionExpression: "$request.header.x-api-key",
                disableExecuteApiEndpoint: false,
                routeSelectionExpression: "$request.method $request.path",
            },
            replaceOn: ["protocolType"],
            checks: [
                required("protocolType"),
                oneOf("protocolType", ["HTTP", "WEBSOCKET"]),
                when(["protocolType"], "routeSelectionExpression", ({ protocolType, routeSelectionExpression }) =>
                    protocolType === "HTTP" && !HTTP_SELECTION.test(String(routeSelectionExpression))
                        ? `must be $request.method $request.path for HTTP, got ${routeSelectionExpression}`
                        : undefined,
                ),
                oneOf("corsConfiguration.allowMethods[*]", ["*", ...METHODS.split("|")]),
                range("corsConfiguration.maxAge", -1, 86_400, "seconds"),
                oneOf("ipAddressType", ["ipv4", "dualstack"]),
                longest("description", 1024),
                longest("version", 64),
            ],
        }),
    ),
    "aws:apigatewayv2/authorizer:Authorizer": regional({
        name: named(128),
        id: (authorizer) => partOf(authorizer, "authorizer"),
        replaceOn: ["apiId"],
        checks: [
            required("apiId", "authorizerType"),
            oneOf("authorizerType", ["JWT", "REQUEST"]),
            pattern("jwtConfiguration.issuer", /^https:\/\/\S+$/, "an https address"),
            range("authorizerResultTtlInSeconds", 0, 3600, "seconds"),
            when(["authorizerType", "jwtConfiguration", "identitySources"], "jwtConfiguration", jwtFault),
        ],
    }),
    "aws:apigatewayv2/integration:Integration": regional({
        id: (integration) => partOf(integration, "integration"),
        outputs: () => ({ integrationResponseSelectionExpression: "" }),
        defaults: { connectionType: "INTERNET", payloadFormatVersion: "1.0" },
        replaceOn: ["apiId", "integrationType"],
        checks: [
            required("apiId", "integrationType"),
            oneOf("integrationType", ["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"]),
            oneOf("payloadFormatVersion", ["1.0", "2.0"]),
            oneOf("connectionType", ["INTERNET", "VPC_LINK"]),
            oneOf("integrationMethod", METHODS.split("|")),
            range("timeoutMilliseconds", 50, 30_000, "milliseconds"),
            when(["integrationType", "payloadFormatVersion"], "integrationType", integrationFault),
            when(["integrationType", "integrationUri"], "integrationUri", targetFault),
        ],
    }),
    "aws:apigatewayv2/route:Route": regional({
        id: (route) => partOf(route, "route"),
        defaults: { apiKeyRequired: false, authorizationType: "NONE" },
        replaceOn: ["apiId"],
        checks: [
            required("apiId", "routeKey"),
            pattern(
                "routeKey",
                new RegExp(`^(\\$default|(${METHODS}) (/|(/([^\\s{}/]+|\\{[\\w.-]+\\+?\\}))+/?))$`),
                "$default, or a method and a path",
            ),
            oneOf("authorizationType", ["NONE", "JWT", "AWS_IAM", "CUSTOM"]),
            pattern("target", /^integrations\/\S+$/, "integrations/ and the id of one"),
            when(["authorizationType", "authorizerId"], "authorizerId", ({ authorizationType, authorizerId }) =>
                ["JWT", "CUSTOM"].includes(String(authorizationType)) && (authorizerId ?? "") === ""
                    ? `is required for ${authorizationType}`
                    : undefined,
            ),
        ],
    }),
    "aws:apigatewayv2/stage:Stage": regional(
        tagged({
            name: { ...named(128), pattern: /^(\$default|[\w-]+)$/, allowed: "letters, digits, _ and -, or $default" },
            id: (stage) => stage.physicalName,
            outputs: (stage) => ({
                arn: `arn:${stage.cloud.partition}:apigateway:${stage.region}::/apis/${stage.text("apiId")}/stages/${stage.physicalName}`,
                deploymentId: partOf(stage, "deployment"),
                executionArn: arn(stage, "execute-api", `${stage.text("apiId")}/${stage.physicalName}`),
                invokeUrl: invokeUrl(stage),
            }),
            defaults: { autoDeploy: false },
            replaceOn: ["apiId", "name"],
            checks: stageChecks(),
        }),
    ),
};

function invokeUrl(stage: ResourceView): string {
    const host = `https://${stage.text("apiId")}.execute-api.${stage.region}.${stage.cloud.dnsSuffix}`;
    return stage.physicalName === "$default" ? `${host}/` : `${host}/${stage.physicalName}`;
}

function stageChecks(): Check[] {
    return [
        required("apiId", "accessLogSettings.destinationArn", "accessLogSettings.format"),
        pattern("accessLogSettings.destinationArn", /^arn:[\w-]+:(firehose|logs):/, "the ARN of a log group"),
        each("accessLogSettings.format", (format) =>
            /\$context\.(requestId|extendedRequestId)/.test(String(format))
                ? undefined
                : "must have $context.requestId or $context.extendedRequestId",
        ),
        longest("description", 1024),
        each("defaultRouteSettings.throttlingRateLimit", (rate) =>
            Number(rate) >= 0 ? undefined : `must be a number of requests in a second, got ${rate}`,
        ),
        range("defaultRouteSettings.throttlingBurstLimit", 0, 5000, "requests"),
        mostItems("routeSettings", 300),
    ];
}
