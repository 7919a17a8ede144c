import {
    ApiGatewayV2Client,
    type AuthorizationType,
    CreateRouteCommand,
    DeleteRouteCommand,
    GetRoutesCommand,
    UpdateRouteCommand,
} from "@aws-sdk/client-apigatewayv2";
import type { Clients } from "../clients.ts";
import { authorizerId, integrationId } from "./apigatewayv2-found.ts";
import { optionalText, text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients, before) {
        const gateway = clients.of(ApiGatewayV2Client);
        const { inputs } = resource;
        const ApiId = text(resource, "apiId");
        const RouteKey = text(resource, "routeKey");
        const authorizer = optionalText(inputs, "authorizerId");
        const integration = text(resource, "target").replace("integrations/", "");
        const given = {
            ApiId,
            RouteKey,
            AuthorizationType: optionalText(inputs, "authorizationType") as AuthorizationType | undefined,
            AuthorizerId: authorizer && (await authorizerId(ApiId, authorizer, clients)),
            Target: `integrations/${await integrationId(ApiId, integration, clients)}`,
        };
        const RouteId = await routeId(ApiId, before === undefined ? RouteKey : text(before, "routeKey"), clients);
        if (RouteId === undefined) await gateway.send(new CreateRouteCommand(given));
        else await gateway.send(new UpdateRouteCommand({ ...given, RouteId }));
    },
    async remove(resource, clients) {
        const ApiId = text(resource, "apiId");
        const RouteId = await routeId(ApiId, text(resource, "routeKey"), clients);
        if (RouteId === undefined) return;
        await clients.of(ApiGatewayV2Client).send(new DeleteRouteCommand({ ApiId, RouteId }));
    },
};

async function routeId(ApiId: string, key: string, clients: Clients): Promise<string | undefined> {
    const { Items = [] } = await clients.of(ApiGatewayV2Client).send(new GetRoutesCommand({ ApiId }));
    return Items.find(({ RouteKey }) => RouteKey === key)?.RouteId;
}
