import {
    ApiGatewayV2Client,
    CreateStageCommand,
    DeleteStageCommand,
    UpdateStageCommand,
} from "@aws-sdk/client-apigatewayv2";
import { optionalFlag, optionalNumber, part, text } from "./inputs.ts";
import { type Keeping, unlessPresent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const gateway = clients.of(ApiGatewayV2Client);
        const settings = part(resource.inputs, "defaultRouteSettings") ?? {};
        const given = {
            ApiId: text(resource, "apiId"),
            StageName: text(resource, "name"),
            AutoDeploy: optionalFlag(resource.inputs, "autoDeploy"),
            DefaultRouteSettings: {
                ThrottlingBurstLimit: optionalNumber(settings, "throttlingBurstLimit"),
                ThrottlingRateLimit: optionalNumber(settings, "throttlingRateLimit"),
            },
        };
        const created = await unlessPresent(gateway.send(new CreateStageCommand(given)));
        if (created === undefined) await gateway.send(new UpdateStageCommand(given));
    },
    async remove(resource, clients) {
        const stage = { ApiId: text(resource, "apiId"), StageName: text(resource, "name") };
        await clients.of(ApiGatewayV2Client).send(new DeleteStageCommand(stage));
    },
};
