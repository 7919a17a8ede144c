import { Api } from "@pulumi/aws/apigatewayv2/api.js";
import { Authorizer } from "@pulumi/aws/apigatewayv2/authorizer.js";
import { Integration } from "@pulumi/aws/apigatewayv2/integration.js";
import { Route } from "@pulumi/aws/apigatewayv2/route.js";
import { Stage } from "@pulumi/aws/apigatewayv2/stage.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Permission } from "@pulumi/aws/lambda/permission.js";
import { ComponentResource, type ComponentResourceOptions, interpolate, type Output } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { PlatformFunction } from "../compute/platform-function.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { ACCESS_LOG } from "./access-log.ts";
import { watchApi } from "./api-alarms.ts";
import { entraIssuer } from "./entra-issuer.ts";

export interface LandingApiArgs {
    /** The Azure tenant whose tokens it lets in. */
    tenantId: string;
    /** For whom a token must be made out: the URI of the application in Entra. */
    appUri: string;
    /** Does what is asked. */
    handler: PlatformFunction;
    /** The log of every request: the key that encrypts it and the days for which it is kept. */
    log: { key: PlatformKey; retentionDays: number };
    /** Who is told when requests are refused, fail or take long. */
    alarmTopic: AlertTopic;
}

/**
 * API Gateway counts all callers together, and any identity of the tenant gets past the authorizer. A run brings a batch at
 * a time; the rest is room for strangers, whom the function turns away before it calls anything, until the alarm is heard.
 */
const REQUESTS = { throttlingRateLimit: 200, throttlingBurstLimit: 400 };

/** The door for Data Factory: nobody comes in without a token of the tenant, made out for this. */
export class LandingApi extends ComponentResource {
    /** Address without a slash at its end. */
    readonly url: Output<string>;
    /** The id under which CloudWatch reports on it. */
    readonly apiId: Output<string>;

    constructor(name: string, args: LandingApiArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:LandingApi", name, {}, opts);
        const { tenantId, appUri, handler, log, alarmTopic } = args;

        const child = { parent: this };
        const description = "Takes supplementary data from Azure";
        const api = new Api(name, { protocolType: "HTTP", description }, child);
        const apiId = api.id;
        const authorizer = new Authorizer(
            name,
            {
                apiId,
                authorizerType: "JWT",
                identitySources: ["$request.header.Authorization"],
                jwtConfiguration: { issuer: entraIssuer(tenantId).url, audiences: [appUri] },
            },
            child,
        );
        const integration = new Integration(
            name,
            {
                apiId,
                integrationType: "AWS_PROXY",
                integrationMethod: "POST",
                integrationUri: handler.arn,
                payloadFormatVersion: "2.0",
                timeoutMilliseconds: 30_000,
            },
            child,
        );
        const to = { apiId, authorizationType: "JWT", authorizerId: authorizer.id };
        const target = interpolate`integrations/${integration.id}`;
        for (const verb of ["batches", "complete", "fail"]) {
            const routeKey = `POST /supplementary/{set}/{run}/${verb}`;
            new Route(`${name}-${verb}`, { ...to, routeKey, target }, child);
        }
        const logGroup = new LogGroup(
            name,
            {
                kmsKeyId: log.key.arn,
                retentionInDays: log.retentionDays,
                tags: { retention: `${log.retentionDays}-days` },
            },
            child,
        );
        new Stage(
            name,
            {
                apiId,
                name: "$default",
                autoDeploy: true,
                accessLogSettings: { destinationArn: logGroup.arn, format: JSON.stringify(ACCESS_LOG) },
                defaultRouteSettings: { ...REQUESTS, detailedMetricsEnabled: true },
            },
            child,
        );
        new Permission(
            name,
            {
                action: "lambda:InvokeFunction",
                function: handler.functionName,
                principal: "apigateway.amazonaws.com",
                // The first star is the stage; the second what stands for set, run and verb.
                sourceArn: interpolate`${api.executionArn}/*/POST/supplementary/*`,
            },
            child,
        );
        watchApi(this, name, apiId, alarmTopic);
        this.url = api.apiEndpoint;
        this.apiId = apiId;
        this.registerOutputs({ url: this.url });
    }
}
