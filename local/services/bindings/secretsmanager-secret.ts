import {
    CreateSecretCommand,
    DeleteSecretCommand,
    RestoreSecretCommand,
    SecretsManagerClient,
    UpdateSecretCommand,
} from "@aws-sdk/client-secrets-manager";
import { optionalText } from "./inputs.ts";
import { type Keeping, unlessAbsent, unlessPresent } from "./live-binding.ts";

/** What the launcher's correction `secret-arns` takes as a wish for this ARN. */
const predictedArnTag = "local-services:predicted-arn";

export const keeping: Keeping = {
    async put({ id, inputs }, clients) {
        const secrets = clients.of(SecretsManagerClient);
        const Name = id.slice(id.indexOf(":secret:") + ":secret:".length, -7);
        const Description = optionalText(inputs, "description");
        const Tags = [{ Key: predictedArnTag, Value: id }];
        const created = await unlessPresent(secrets.send(new CreateSecretCommand({ Name, Description, Tags })));
        if (created !== undefined) return;
        await unlessAbsent(secrets.send(new RestoreSecretCommand({ SecretId: id })));
        await secrets.send(new UpdateSecretCommand({ SecretId: id, Description }));
    },
    async remove({ id }, clients) {
        const secrets = clients.of(SecretsManagerClient);
        await secrets.send(new DeleteSecretCommand({ SecretId: id, ForceDeleteWithoutRecovery: true }));
    },
};
