import { isObject, type Properties } from "../../../store/value.ts";
import { type Check, each, when } from "../../checks/check.ts";
import { longest, mostItems, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";

/** What the service calls things by: ten letters and digits for an API, seven for a part of it. */
const API_ID = 10;
const PART_ID = 7;
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
            range("timeoutMilliseconds", 50, 30_000, "milliseconds"),
        ],
    }),
    "aws:apigatewayv2/route:Route": regional({
        id: (route) => partOf(route, "route"),
        defaults: { apiKeyRequired: false, authorizationType: "NONE" },
        replaceOn: ["apiId"],
        checks: [
            required("apiId", "routeKey"),
            pattern("routeKey", new RegExp(`^(\\$default|(${METHODS}) /\\S*)$`), "$default, or a method and a path"),
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
        pattern("accessLogSettings.destinationArn", ARN, "the ARN of a log group"),
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

/** A JWT authorizer needs to know who signs, for whom, and where the token stands. */
function jwtFault({ authorizerType, jwtConfiguration, identitySources }: Properties): string | undefined {
    if (authorizerType !== "JWT") return undefined;
    if (!isObject(jwtConfiguration)) return "is required for JWT";
    const { issuer, audiences } = jwtConfiguration;
    if (issuer === undefined || !Array.isArray(audiences) || audiences.length === 0) {
        return "must have an issuer and at least one audience";
    }
    return Array.isArray(identitySources) && identitySources.length === 1
        ? undefined
        : "needs exactly one of identitySources";
}
