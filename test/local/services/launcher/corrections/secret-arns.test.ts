import assert from "node:assert/strict";
import { CreateSecretCommand, DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { itNeeds } from "../../support/correction.ts";
import { create, resource } from "../../support/resources.ts";
import { accountId, region } from "../../support/running-services.ts";
import { sharedServices } from "../../support/shared-services.ts";

const arn = `arn:aws:secretsmanager:${region}:${accountId}:secret:dashboards-1f2e3d-0a1b2c`;

describe("correction secret-arns", () => {
    itNeeds("secret-arns", {
        behaviour: "makes a secret under the ARN that the store predicted, and keeps no trace of the wish",
        async observe({ clients }) {
            await create(
                resource("aws:secretsmanager/secret:Secret", "dashboards", { description: "d" }, arn),
                clients,
            );
            const secrets = clients.of(SecretsManagerClient);
            const found = await secrets.send(new DescribeSecretCommand({ SecretId: "dashboards-1f2e3d" }));
            return { arn: found.ARN, tags: found.Tags };
        },
        expect: (seen) => assert.deepEqual(seen, { arn, tags: [] }),
    });

    it("refuses an ARN that the secret could not have, and leaves every other one its own", async () => {
        const secrets = (await sharedServices()).clients.of(SecretsManagerClient);
        const Tags = [{ Key: "local-services:predicted-arn", Value: arn }];
        await assert.rejects(secrets.send(new CreateSecretCommand({ Name: "other", Tags })), /must be an ARN of other/);
        const { ARN } = await secrets.send(new CreateSecretCommand({ Name: "third" }));
        assert.match(String(ARN), /:secret:third-\w{6}$/);
    });
});
