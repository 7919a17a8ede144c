import { CreateOpenIDConnectProviderCommand, DeleteOpenIDConnectProviderCommand, IAMClient } from "@aws-sdk/client-iam";
import { text, texts } from "./inputs.ts";
import { type Keeping, unlessAbsent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const iam = clients.of(IAMClient);
        const Url = text(resource, "url");
        // Its audiences change by calls of their own; made anew, it has those that it should have.
        await keeping.remove(resource, clients);
        const ClientIDList = texts(resource.inputs, "clientIdLists") ?? [];
        await iam.send(new CreateOpenIDConnectProviderCommand({ Url, ClientIDList }));
    },
    async remove(resource, clients) {
        const host = text(resource, "url").replace("https://", "");
        const OpenIDConnectProviderArn = `arn:aws:iam::${clients.accountId}:oidc-provider/${host}`;
        await unlessAbsent(
            clients.of(IAMClient).send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn })),
        );
    },
};
