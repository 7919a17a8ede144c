import {
    ApiGatewayV2Client,
    CreateAuthorizerCommand,
    DeleteAuthorizerCommand,
    UpdateAuthorizerCommand,
} from "@aws-sdk/client-apigatewayv2";
import { authorizerId } from "./apigatewayv2-found.ts";
import { optionalText, part, text, texts } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const gateway = clients.of(ApiGatewayV2Client);
        const ApiId = text(resource, "apiId");
        const { issuer, audiences } = part(resource.inputs, "jwtConfiguration") ?? {};
        const Issuer = optionalText({ issuer }, "issuer");
        const given = {
            ApiId,
            Name: resource.id,
            AuthorizerType: "JWT" as const,
            IdentitySource: texts(resource.inputs, "identitySources") ?? [],
            JwtConfiguration: { Issuer, Audience: texts({ audiences }, "audiences") },
        };
        const AuthorizerId = await authorizerId(ApiId, resource.id, clients);
        if (AuthorizerId === undefined) await gateway.send(new CreateAuthorizerCommand(given));
        else await gateway.send(new UpdateAuthorizerCommand({ ...given, AuthorizerId }));
    },
    async remove(resource, clients) {
        const ApiId = text(resource, "apiId");
        const AuthorizerId = await authorizerId(ApiId, resource.id, clients);
        if (AuthorizerId === undefined) return;
        await clients.of(ApiGatewayV2Client).send(new DeleteAuthorizerCommand({ ApiId, AuthorizerId }));
    },
};
