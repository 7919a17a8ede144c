import {
    CreateSecretCommand,
    DeleteSecretCommand,
    DescribeSecretCommand,
    SecretsManagerClient,
    UpdateSecretCommand,
} from "@aws-sdk/client-secrets-manager";
import { optionalText } from "./inputs.ts";
import { type Keeping, unlessAbsent } from "./live-binding.ts";

/** What the launcher's correction `secret-arns` takes as a wish for this ARN. */
const predictedArnTag = "local-services:predicted-arn";
/** A dash and six characters, which Secrets Manager adds to the name. */
const ADDED = 7;

export const keeping: Keeping = {
    async put({ id, inputs }, clients) {
        const secrets = clients.of(SecretsManagerClient);
        const Description = optionalText(inputs, "description");
        const known = await unlessAbsent(secrets.send(new DescribeSecretCommand({ SecretId: id })));
        if (known === undefined) {
            const Name = id.slice(id.indexOf(":secret:") + ":secret:".length, -ADDED);
            const Tags = [{ Key: predictedArnTag, Value: id }];
            await secrets.send(new CreateSecretCommand({ Name, Description, Tags }));
        } else {
            await secrets.send(new UpdateSecretCommand({ SecretId: id, Description }));
        }
    },
    async remove({ id }, clients) {
        const secrets = clients.of(SecretsManagerClient);
        await secrets.send(new DeleteSecretCommand({ SecretId: id, ForceDeleteWithoutRecovery: true }));
    },
};
