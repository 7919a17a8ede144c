import {
    ApiGatewayV2Client,
    CreateIntegrationCommand,
    DeleteIntegrationCommand,
    UpdateIntegrationCommand,
} from "@aws-sdk/client-apigatewayv2";
import { integrationId } from "./apigatewayv2-found.ts";
import { optionalNumber, optionalText, text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const gateway = clients.of(ApiGatewayV2Client);
        const ApiId = text(resource, "apiId");
        const given = {
            ApiId,
            Description: resource.id,
            IntegrationType: "AWS_PROXY" as const,
            IntegrationMethod: optionalText(resource.inputs, "integrationMethod"),
            IntegrationUri: text(resource, "integrationUri"),
            PayloadFormatVersion: optionalText(resource.inputs, "payloadFormatVersion"),
            TimeoutInMillis: optionalNumber(resource.inputs, "timeoutMilliseconds"),
        };
        const IntegrationId = await integrationId(ApiId, resource.id, clients);
        if (IntegrationId === undefined) await gateway.send(new CreateIntegrationCommand(given));
        else await gateway.send(new UpdateIntegrationCommand({ ...given, IntegrationId }));
    },
    async remove(resource, clients) {
        const ApiId = text(resource, "apiId");
        const IntegrationId = await integrationId(ApiId, resource.id, clients);
        if (IntegrationId === undefined) return;
        await clients.of(ApiGatewayV2Client).send(new DeleteIntegrationCommand({ ApiId, IntegrationId }));
    },
};
