import {
    ApiGatewayV2Client,
    CreateApiCommand,
    DeleteApiCommand,
    GetApiCommand,
    UpdateApiCommand,
} from "@aws-sdk/client-apigatewayv2";
import { optionalText, text } from "./inputs.ts";
import { type Keeping, unlessAbsent } from "./live-binding.ts";

/** By this tag the local services take the id that the store has predicted, and with it the address. */
const ID_TAG = "ms-custom-id";

export const keeping: Keeping = {
    async put(resource, clients) {
        const gateway = clients.of(ApiGatewayV2Client);
        const given = { Name: text(resource, "name"), Description: optionalText(resource.inputs, "description") };
        const present = await unlessAbsent(gateway.send(new GetApiCommand({ ApiId: resource.id })));
        if (present !== undefined) {
            await gateway.send(new UpdateApiCommand({ ...given, ApiId: resource.id }));
            return;
        }
        await gateway.send(new CreateApiCommand({ ...given, ProtocolType: "HTTP", Tags: { [ID_TAG]: resource.id } }));
    },
    async remove(resource, clients) {
        await clients.of(ApiGatewayV2Client).send(new DeleteApiCommand({ ApiId: resource.id }));
    },
};
