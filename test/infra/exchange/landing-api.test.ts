import assert from "node:assert/strict";
import { PlatformFunction } from "../../../infra/compute/platform-function.ts";
import { LandingApi } from "../../../infra/exchange/landing-api.ts";
import { theBundle, theKey, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, namesOf, recordResources } from "../../support/mocks.ts";

const TENANT = "12345678-1234-4123-8123-123456789012";
const type = (name: string) => `aws:apigatewayv2/${name}:${name[0]?.toUpperCase()}${name.slice(1)}`;

describe("LandingApi", () => {
    before(async () => {
        await recordResources();
        const key = theKey();
        const log = { key, retentionDays: 400 };
        const alarmTopic = theTopic();
        const common = { timeoutSeconds: 30, memoryMegabytes: 128, environment: {}, grants: [], sources: [] };
        const handler = new PlatformFunction("it", {
            ...{ description: "does it", bundle: theBundle("it"), ...common },
            ...{ key, log, alarmTopic },
        });
        new LandingApi("x", { tenantId: TENANT, appUri: "api://it", handler, log, alarmTopic });
        await allRegistered();
    });

    it("lets in who has a token of the tenant, version 1, made out for this", () => {
        assert.deepEqual(created(type("authorizer"), "x"), {
            apiId: "x-id",
            authorizerType: "JWT",
            identitySources: ["$request.header.Authorization"],
            jwtConfiguration: { issuer: `https://sts.windows.net/${TENANT}/`, audiences: ["api://it"] },
        });
    });

    it("has three addresses, each behind the authorizer, and no other", () => {
        assert.deepEqual(namesOf(type("route")), ["x-batches", "x-complete", "x-fail"]);
        for (const verb of ["batches", "complete", "fail"]) {
            assert.deepEqual(created(type("route"), `x-${verb}`), {
                apiId: "x-id",
                authorizationType: "JWT",
                authorizerId: "x-id",
                routeKey: `POST /supplementary/{set}/{run}/${verb}`,
                target: "integrations/x-id",
            });
        }
        assert.ok(!("target" in created(type("api"), "x")));
    });

    it("may call the function on these addresses, and nobody else may", () => {
        assert.deepEqual(created("aws:lambda/permission:Permission", "x"), {
            action: "lambda:InvokeFunction",
            function: "it",
            principal: "apigateway.amazonaws.com",
            sourceArn: "arn:execute:x/*/POST/supplementary/*",
        });
    });

    it("logs each request, refused ones with the reason, never a token; and slows down who asks too much", () => {
        const { accessLogSettings, defaultRouteSettings } = created(type("stage"), "x") as {
            accessLogSettings: { destinationArn: string; format: string };
            defaultRouteSettings: object;
        };
        assert.equal(accessLogSettings.destinationArn, "arn:cloudwatch:x");
        assert.deepEqual(Object.keys(JSON.parse(accessLogSettings.format)), [
            "time",
            "requestId",
            "route",
            "path",
            "status",
            "sourceIp",
            "subject",
            "tenant",
            "refusal",
            "error",
            "milliseconds",
        ]);
        assert.doesNotMatch(accessLogSettings.format, /authorization|token/i);
        assert.deepEqual(defaultRouteSettings, {
            throttlingRateLimit: 200,
            throttlingBurstLimit: 400,
            detailedMetricsEnabled: true,
        });
        assert.deepEqual(created("aws:cloudwatch/logGroup:LogGroup", "x"), {
            kmsKeyId: "arn:kms:the-key",
            retentionInDays: 400,
            tags: { retention: "400-days" },
        });
    });
});
