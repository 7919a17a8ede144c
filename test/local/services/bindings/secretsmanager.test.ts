import assert from "node:assert/strict";
import { DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { create, remove, resource, update } from "../support/resources.ts";
import { accountId, region } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

const id = `arn:aws:secretsmanager:${region}:${accountId}:secret:live-1f2e3d-0a1b2c`;
const secret = resource("aws:secretsmanager/secret:Secret", "live", { description: "first" }, id);

describe("live secret", () => {
    it("is made under its ARN, changed, and gone without a delay", async () => {
        const { clients } = await sharedServices();
        const find = () => clients.of(SecretsManagerClient).send(new DescribeSecretCommand({ SecretId: id }));
        await create(secret, clients);
        assert.equal((await find()).Description, "first");
        await update(secret, { description: "second" }, clients);
        assert.equal((await find()).Description, "second");
        await remove(secret, clients);
        await assert.rejects(find(), { name: "ResourceNotFoundException" });
    });
});
