import { ApiGatewayV2Client, GetAuthorizersCommand, GetIntegrationsCommand } from "@aws-sdk/client-apigatewayv2";
import type { Clients } from "../clients.ts";

/**
 * The id that the local services gave the authorizer which the store knows under another one: they take no id, so that of
 * the store is its name there.
 */
export async function authorizerId(ApiId: string, id: string, clients: Clients): Promise<string | undefined> {
    const { Items = [] } = await clients.of(ApiGatewayV2Client).send(new GetAuthorizersCommand({ ApiId }));
    return Items.find(({ Name }) => Name === id)?.AuthorizerId;
}

/** The same for an integration, where it is the description. */
export async function integrationId(ApiId: string, id: string, clients: Clients): Promise<string | undefined> {
    const { Items = [] } = await clients.of(ApiGatewayV2Client).send(new GetIntegrationsCommand({ ApiId }));
    return Items.find(({ Description }) => Description === id)?.IntegrationId;
}
