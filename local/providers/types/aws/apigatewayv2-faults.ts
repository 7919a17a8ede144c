import { isObject, type Properties } from "../../../store/value.ts";

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html */
export function integrationFault({ integrationType, payloadFormatVersion }: Properties): string | undefined {
    const proxied = ["AWS_PROXY", "HTTP_PROXY"].includes(String(integrationType));
    return payloadFormatVersion === "2.0" && !proxied
        ? `must be AWS_PROXY or HTTP_PROXY for payloadFormatVersion 2.0, got ${integrationType}`
        : undefined;
}

/** What is proxied without a subtype is a function. */
export function targetFault({ integrationType, integrationSubtype, integrationUri }: Properties): string | undefined {
    if (integrationType !== "AWS_PROXY" || integrationSubtype !== undefined || integrationUri === undefined)
        return undefined;
    return /^arn:[\w-]+:(lambda:[\w-]+:\d{12}:function:|apigateway:[\w-]+:lambda:path\/)/.test(String(integrationUri))
        ? undefined
        : `must be the ARN of a function, got ${integrationUri}`;
}

/** A JWT authorizer needs to know who signs, for whom, and where the token stands. */
export function jwtFault({ authorizerType, jwtConfiguration, identitySources }: Properties): string | undefined {
    if (authorizerType !== "JWT") return undefined;
    if (!isObject(jwtConfiguration)) return "is required for JWT";
    const { issuer, audiences } = jwtConfiguration;
    if (issuer === undefined || !Array.isArray(audiences) || audiences.length === 0) {
        return "must have an issuer and at least one audience";
    }
    if (!Array.isArray(identitySources) || identitySources.length !== 1) return "needs exactly one of identitySources";
    return /^\$request\.(header|querystring)\.\S+$/.test(String(identitySources[0]))
        ? undefined
        : `needs identitySources such as $request.header.Authorization, got ${identitySources[0]}`;
}
