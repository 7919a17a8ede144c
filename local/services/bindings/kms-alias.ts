import { CreateAliasCommand, DeleteAliasCommand, KMSClient, UpdateAliasCommand } from "@aws-sdk/client-kms";
import { text } from "./inputs.ts";
import { type Keeping, unlessPresent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const kms = clients.of(KMSClient);
        const alias = { AliasName: text(resource, "name"), TargetKeyId: text(resource, "targetKeyId") };
        const created = await unlessPresent(kms.send(new CreateAliasCommand(alias)));
        if (created === undefined) {
            await kms.send(new UpdateAliasCommand(alias));
        }
    },
    async remove(resource, clients) {
        await clients.of(KMSClient).send(new DeleteAliasCommand({ AliasName: text(resource, "name") }));
    },
};
